#include "crm_service/fields/index/held_values.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::crm {
namespace {

constexpr int kFew = 1'000;

template <class Resource>
const std::string& TableOf() {
  return Resource::descriptor()->options().GetExtension(options::v1::resource).table();
}

template <class Resource>
std::vector<HeldValues> ValuesIn(rpc::Session& session, int64_t id, int limit) {
  std::vector<HeldValues> held;
  for (auto& resource : session.db.Select<Resource>(
           fmt::format("SELECT {{columns}} FROM {} WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
                       TableOf<Resource>()),
           session.account_id(), id, limit)) {
    held.push_back({resource.id(), std::move(*resource.mutable_fields())});
  }
  return held;
}

template <class Resource>
bool AreFewIn(rpc::Session& session) {
  const auto ids =
      session.db.Query(fmt::format("SELECT id FROM {} WHERE account_id = ? ORDER BY id LIMIT ?", TableOf<Resource>()),
                       session.account_id(), kFew + 1);
  return std::ssize(ids) <= kFew;
}

bool AreFew(rpc::Session& session, v1::Entity entity) {
  switch (entity) {
    case v1::ENTITY_DEAL:
      return AreFewIn<v1::Deal>(session);
    case v1::ENTITY_CONTACT:
      return AreFewIn<v1::Contact>(session);
    case v1::ENTITY_COMPANY:
      return AreFewIn<v1::Company>(session);
    default:
      return true;
  }
}

}  // namespace

const google::protobuf::Descriptor& TypeOfEntity(v1::Entity entity) {
  switch (entity) {
    case v1::ENTITY_DEAL:
      return *v1::Deal::descriptor();
    case v1::ENTITY_CONTACT:
      return *v1::Contact::descriptor();
    default:
      return *v1::Company::descriptor();
  }
}

std::vector<HeldValues> ValuesAfter(rpc::Session& session, v1::Entity entity, int64_t id, int limit) {
  switch (entity) {
    case v1::ENTITY_DEAL:
      return ValuesIn<v1::Deal>(session, id, limit);
    case v1::ENTITY_CONTACT:
      return ValuesIn<v1::Contact>(session, id, limit);
    case v1::ENTITY_COMPANY:
      return ValuesIn<v1::Company>(session, id, limit);
    default:
      return {};
  }
}

std::optional<std::vector<HeldValues>> AllValuesIfFew(rpc::Session& session, v1::Entity entity) {
  if (!AreFew(session, entity)) return std::nullopt;
  return ValuesAfter(session, entity, 0, kFew + 1);
}

}  // namespace voronka::crm

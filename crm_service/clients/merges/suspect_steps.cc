#include "crm_service/clients/merges/suspect_steps.h"

#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/identity/client_table.h"
#include "crm_service/clients/identity/likenesses.h"
#include "crm_service/clients/merges/merged_as.h"
#include "crm_service/clients/sight/merged_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::Suspect;

namespace {

constexpr int kMostSuspects = 100;

using Names = std::map<int64_t, std::string>;

template <class Client>
Names NamesIn(Session& session, const char* table, const std::vector<int64_t>& ids) {
  Names names;
  for (auto& client : storage::SelectByIds<Client>(
           session.db, std::string("SELECT id, name FROM ") + table + " WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, ids)) {
    names.emplace(client.id(), std::move(*client.mutable_name()));
  }
  return names;
}

// Of those that are there and seen.
Names SeenNames(Session& session, v1::ClientKind kind, const std::vector<int64_t>& ids) {
  auto names = kind == v1::CLIENT_KIND_CONTACT ? NamesIn<v1::Contact>(session, "contacts", ids)
                                               : NamesIn<v1::Company>(session, "companies", ids);
  for (const int64_t unseen : SeenClients(session, EntityOf(kind)).UnseenAmong(session.db, ids)) {
    names.erase(unseen);
  }
  return names;
}

std::vector<int64_t> AllIn(const std::vector<OlderAlike>& alike) {
  std::set<int64_t> ids;
  for (const auto& each : alike) ids.insert({each.client_id, each.older_id});
  return {ids.begin(), ids.end()};
}

void Describe(Suspect& suspect, const std::vector<OlderAlike>& alike, const Names& names) {
  const auto name = names.find(suspect.client_id());
  if (name == names.end()) return;
  suspect.set_name(name->second);
  for (const auto& each : alike) {
    const auto older = names.find(each.older_id);
    if (each.client_id != suspect.client_id() || older == names.end()) continue;
    auto& likeness = *suspect.add_likenesses();
    likeness.set_reason(each.reason);
    likeness.set_client_id(each.older_id);
    likeness.set_name(older->second);
  }
}

template <class Client>
void DismissAs(Session& session, int64_t id) {
  using As = MergedAs<Client>;
  const auto client = typename As::Table(session).FindLocked(id);
  if (!client || !As::Sees(session, id)) throw ClientAbsent(session, As::kKind, id);
  CheckMayChange(session.caller, *client);
  Likenesses(session.db, session.account_id()).Dismiss(As::kKind, id);
}

}  // namespace

v1::ListSuspectsResponse ListSuspects(Session& session, const v1::ListSuspectsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()}, kMostSuspects);
  Likenesses table(session.db, session.account_id());
  std::vector<Suspect> found;
  for (const int64_t id : table.WithOlder(request.kind(), page.key(), page.limit())) {
    found.emplace_back().set_client_id(id);
  }
  v1::ListSuspectsResponse all;
  v1::ListSuspectsResponse response;
  page.Fill(std::move(found), all.mutable_suspects(), response.mutable_next_page_token(),
            [](const Suspect& suspect) { return std::vector{suspect.client_id()}; });
  std::vector<int64_t> ids;
  for (const auto& suspect : all.suspects()) ids.push_back(suspect.client_id());
  const auto alike = table.OlderThan(request.kind(), ids);
  const auto names = SeenNames(session, request.kind(), AllIn(alike));
  for (auto& suspect : *all.mutable_suspects()) {
    Describe(suspect, alike, names);
    if (!suspect.likenesses().empty()) *response.add_suspects() = std::move(suspect);
  }
  return response;
}

google::protobuf::Empty DismissSuspect(Session& session, const v1::DismissSuspectRequest& request) {
  if (request.contact_id() != 0) {
    DismissAs<v1::Contact>(session, request.contact_id());
  } else if (request.company_id() != 0) {
    DismissAs<v1::Company>(session, request.company_id());
  } else {
    throw rpc::Error(rpc::Code::kInvalidArgument, {"REQUIRED", "contact_id", {"Say whom.", "Укажите клиента."}});
  }
  return {};
}

}  // namespace voronka::crm

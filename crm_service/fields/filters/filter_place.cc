#include "crm_service/fields/filters/filter_place.h"

#include <fmt/format.h>

#include "foundation/rpc/requests/bad_page_token.h"
#include "foundation/security/seal.h"
#include "voronka/options/v1/page_position.pb.h"

namespace voronka::crm {
namespace {

std::string PageKey(storage::Connection& db) {
  return db.Query("SELECT value FROM page_keys WHERE id = 1").at(0).Text(0);
}

std::string PurposeFor(const rpc::Caller& caller) {
  return fmt::format("page of user {} in account {}", caller.user_id, caller.account_id);
}

}  // namespace

FilterPosition PlaceIn(rpc::Session& session, const rpc::Page& page) {
  if (page.text().empty()) return {};
  const auto text = security::Unsealed(PageKey(session.db), page.text(), PurposeFor(session.caller));
  options::v1::PagePosition position;
  if (!text || !position.ParseFromString(*text)) throw rpc::BadPageToken();
  return {static_cast<FilterPosition::Part>(position.key(0)), position.key(1), position.text()};
}

std::string TokenFor(rpc::Session& session, const rpc::Page& page, const FilterPosition& place) {
  options::v1::PagePosition position;
  position.add_key(place.part);
  position.add_key(place.id);
  position.set_text(place.value);
  return page.Token({0, 0}, security::Sealed(PageKey(session.db), position.SerializeAsString(),
                                             PurposeFor(session.caller), session.random()));
}

}  // namespace voronka::crm

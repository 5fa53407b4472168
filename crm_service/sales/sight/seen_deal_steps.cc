#include "crm_service/sales/sight/seen_deal_steps.h"

#include <set>

#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using v1::Deal;

v1::ListSeenDealsResponse ListSeenDeals(rpc::Session& session, const v1::ListSeenDealsRequest& request) {
  const auto sight = SightOfUser(session, request.user_id());
  std::set<int64_t> seen;
  for (const auto& deal : storage::SelectByIds<Deal>(
           session.db, "SELECT id, responsible_user_id FROM deals WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, {request.deal_ids().begin(), request.deal_ids().end()})) {
    if (sight.Covers(deal.responsible_user_id())) seen.insert(deal.id());
  }
  v1::ListSeenDealsResponse response;
  for (const int64_t id : seen) response.add_deal_ids(id);
  return response;
}

v1::ListSeenOwnersResponse ListSeenOwners(rpc::Session& session, const v1::ListSeenOwnersRequest& request) {
  const auto sight = SightOfUser(session, request.user_id());
  v1::ListSeenOwnersResponse response;
  response.set_everybody(sight.is_whole());
  if (!sight.is_whole()) response.mutable_user_ids()->Add(sight.owners()->begin(), sight.owners()->end());
  return response;
}

}  // namespace voronka::crm

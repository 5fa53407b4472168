#include "crm_service/sales/sight/seen_deals.h"

#include <optional>
#include <utility>

#include "crm_service/people/users/users.h"
#include "foundation/rpc/calls/table.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using v1::Deal;

namespace {

std::optional<Deal> FindSeen(rpc::Session& session, int64_t deal_id) {
  auto deal = rpc::Table<Deal>(session).Find(deal_id);
  if (deal && !SeesDeal(session, *deal)) return std::nullopt;
  return deal;
}

}  // namespace

Sight SightOfUser(rpc::Session& session, int64_t user_id) {
  rpc::Caller reader;
  reader.account_id = session.account_id();
  reader.user_id = user_id;
  reader.role = Users(session).Get(user_id).role();
  return SightOf(session.db, reader, v1::ENTITY_DEAL);
}

bool SeesDeal(rpc::Session& session, const Deal& deal) {
  const bool is_own = session.caller.user_id != 0 && deal.responsible_user_id() == session.caller.user_id;
  return is_own || SightOf(session, v1::ENTITY_DEAL).Covers(deal.responsible_user_id());
}

Deal GetSeenDeal(rpc::Session& session, int64_t deal_id) {
  auto deal = FindSeen(session, deal_id);
  if (!deal) throw rpc::NotFound("deal", deal_id);
  return *std::move(deal);
}

void RequireSeenDeal(rpc::Session& session, int64_t deal_id, const std::string& field, rpc::Violations& violations) {
  if (deal_id == 0) return;
  violations.AddUnless(FindSeen(session, deal_id).has_value(), "UNKNOWN_DEAL", field,
                       {"There is no such deal.", "Такой сделки нет."});
}

std::set<int64_t> UnseenAmong(rpc::Session& session, const std::vector<int64_t>& deal_ids) {
  std::set<int64_t> unseen;
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  if (sight.is_whole()) return unseen;
  for (const auto& deal : storage::SelectByIds<Deal>(
           session.db, "SELECT id, responsible_user_id FROM deals WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, deal_ids)) {
    if (!sight.Covers(deal.responsible_user_id())) unseen.insert(deal.id());
  }
  return unseen;
}

}  // namespace voronka::crm

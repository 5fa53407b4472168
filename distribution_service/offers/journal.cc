#include "distribution_service/offers/journal.h"

#include "foundation/storage/errors.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::distribution {

using v1::Decision;

void Journal::Write(const std::vector<Decision>& decisions) {
  if (decisions.empty()) return;
  auto last = session_.db.SelectOne<Decision>(
      "SELECT {columns} FROM decisions WHERE account_id = ? AND deal_id = ? ORDER BY id DESC LIMIT 1",
      session_.account_id(), decisions.front().deal_id());
  std::vector<Decision> added;
  for (const auto& decision : decisions) {
    if (last && last->kind() == Decision::KIND_WAITING && decision.kind() == Decision::KIND_WAITING) continue;
    added.push_back(decision);
    added.back().set_id(last ? last->id() + 1 : 1);
    last = added.back();
  }
  if (added.empty()) return;
  try {
    session_.db.InsertMany("decisions", {{"account_id", session_.account_id()}}, added);
  } catch (const storage::DuplicateKey& error) {
    throw storage::Retryable(error.code(), "another transaction has decided about this deal");
  }
}

std::vector<Decision> Journal::OfDeal(int64_t deal_id) {
  return session_.db.Select<Decision>(
      "SELECT {columns} FROM decisions WHERE account_id = ? AND deal_id = ? ORDER BY id", session_.account_id(),
      deal_id);
}

std::set<int64_t> Journal::WaitingAmong(const std::vector<int64_t>& deal_ids) {
  const auto last = storage::SelectByIds<Decision>(
      session_.db,
      "SELECT {d.columns} FROM (SELECT account_id, deal_id, MAX(id) AS id FROM decisions "
      "WHERE account_id = ? AND deal_id IN ({ids}) GROUP BY account_id, deal_id) l "
      "JOIN decisions d ON d.account_id = l.account_id AND d.deal_id = l.deal_id AND d.id = l.id",
      {session_.account_id()}, deal_ids);
  std::set<int64_t> waiting;
  for (const auto& decision : last) {
    if (decision.kind() == Decision::KIND_WAITING) waiting.insert(decision.deal_id());
  }
  return waiting;
}

}  // namespace voronka::distribution

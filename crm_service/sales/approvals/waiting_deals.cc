#include "crm_service/sales/approvals/waiting_deals.h"

#include <chrono>

#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/approval.pb.h"

namespace voronka::crm {

using v1::Approval;

namespace {

constexpr int64_t kWaitedFor = std::chrono::microseconds(std::chrono::hours(7 * 24)).count();

}  // namespace

std::unordered_set<int64_t> WaitingOf(rpc::Session& session, const std::vector<int64_t>& deal_ids) {
  std::unordered_set<int64_t> waiting;
  for (const auto& approval : storage::SelectByIds<Approval>(
           session.db,
           "SELECT DISTINCT deal_id FROM approvals FORCE INDEX (approvals_of_deal) "
           "WHERE account_id = ? AND state = ? AND pass_on_time > ? AND deal_id IN ({ids})",
           {session.account_id(), Approval::STATE_ASKED, session.Now() - kWaitedFor}, deal_ids)) {
    waiting.insert(approval.deal_id());
  }
  return waiting;
}

std::vector<int64_t> WaitingDeals(rpc::Session& session) {
  std::vector<int64_t> deal_ids;
  for (const auto& approval : session.db.Select<Approval>(
           "SELECT DISTINCT deal_id FROM approvals WHERE account_id = ? AND state = ? AND pass_on_time > ?",
           session.account_id(), Approval::STATE_ASKED, session.Now() - kWaitedFor)) {
    deal_ids.push_back(approval.deal_id());
  }
  return deal_ids;
}

}  // namespace voronka::crm

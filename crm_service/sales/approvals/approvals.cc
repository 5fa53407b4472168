#include "crm_service/sales/approvals/approvals.h"

#include <utility>

namespace voronka::crm {

using v1::Approval;

std::vector<Approval> Approvals::SinceEntering(const v1::Deal& deal) {
  using google::protobuf::util::TimeUtil;
  return session_.db.Select<Approval>(
      "SELECT {columns} FROM approvals WHERE account_id = ? AND deal_id = ? AND create_time >= ? ORDER BY id DESC",
      account_id_, deal.id(), TimeUtil::TimestampToMicroseconds(deal.stage_enter_time()));
}

void Approvals::WithdrawOf(int64_t deal_id) {
  const auto asked = session_.db.Select<Approval>(
      "SELECT {columns} FROM approvals WHERE account_id = ? AND deal_id = ? AND state = ? FOR UPDATE", account_id_,
      deal_id, Approval::STATE_ASKED);
  for (const auto& before : asked) {
    auto after = before;
    after.set_state(Approval::STATE_WITHDRAWN);
    Save(before, std::move(after));
  }
}

}  // namespace voronka::crm

#include "crm_service/sales/consents/consents.h"

#include <utility>

namespace voronka::crm {

using v1::Consent;

std::vector<Consent> Consents::SinceEntering(const v1::Deal& deal) {
  using google::protobuf::util::TimeUtil;
  return session_.db.Select<Consent>(
      "SELECT {columns} FROM consents WHERE account_id = ? AND deal_id = ? AND create_time >= ? ORDER BY id DESC",
      account_id_, deal.id(), TimeUtil::TimestampToMicroseconds(deal.stage_enter_time()));
}

void Consents::WithdrawOf(int64_t deal_id) {
  const auto asked = session_.db.Select<Consent>(
      "SELECT {columns} FROM consents WHERE account_id = ? AND deal_id = ? AND state = ? FOR UPDATE", account_id_,
      deal_id, Consent::STATE_ASKED);
  for (const auto& before : asked) {
    auto after = before;
    after.set_state(Consent::STATE_WITHDRAWN);
    Save(before, std::move(after));
  }
}

}  // namespace voronka::crm

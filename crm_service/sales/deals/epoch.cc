#include "crm_service/sales/deals/epoch.h"

#include "crm_service/sales/deals/deal_rules.h"
#include "foundation/process/fault_points.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using v1::Deal;

namespace {

bool SameInstant(const google::protobuf::Timestamp& a, const google::protobuf::Timestamp& b) {
  return a.seconds() == b.seconds() && a.nanos() == b.nanos();
}

bool SameOwnership(const Deal& a, const Deal& b) {
  return AreOnSameStage(a, b) && a.responsible_user_id() == b.responsible_user_id() &&
         a.has_offer_deadline() == b.has_offer_deadline() && SameInstant(a.offer_deadline(), b.offer_deadline());
}

}  // namespace

int64_t NextEpoch(const Deal& before, const Deal& after) {
  return SameOwnership(before, after) ? before.epoch() : before.epoch() + 1;
}

void CheckEpoch(int64_t read, const Deal& deal) {
  if (read == 0 || read == deal.epoch()) return;
  throw rpc::Error(rpc::Code::kAborted,
                   {"STALE_EPOCH",
                    "epoch",
                    {"The deal's owner, offer or stage has changed since.",
                     "У сделки с тех пор сменился ответственный, назначение или этап."}},
                   {{"epoch", std::to_string(deal.epoch())}});
}

void CheckEpochMatched(int64_t changed_rows) {
  if (changed_rows == 1 || process::Broken(process::Fault::kEpochPredicate)) return;
  throw rpc::Error(rpc::Code::kAborted,
                   {"STALE_EPOCH", "epoch", {"The deal has just changed.", "Сделка только что изменилась."}});
}

}  // namespace voronka::crm

#include "distribution_service/background/plan_retention.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "distribution_service/offers/deal_plan.h"
#include "distribution_service/offers/journal.h"
#include "distribution_service/offers/offers.h"

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;

constexpr int64_t kPlanKept = std::chrono::microseconds(std::chrono::hours(365 * 24)).count();
constexpr int kDecisionsAtOnce = 1'000;
constexpr const char* kForgetCause = "forget";

}  // namespace

bool PlanRetention::ForgetPortion(storage::Connection& db, int64_t now) {
  const int64_t before = now - kPlanKept;
  const auto rows = db.Query(
      "SELECT create_time, account_id, deal_id FROM decisions WHERE create_time > ? AND create_time < ? "
      "ORDER BY create_time LIMIT ?",
      after_, before, kDecisionsAtOnce);
  std::set<Deal> deals;
  for (const auto& row : rows) deals.insert({row.Int(1), row.Int(2)});
  for (const auto& deal : deals) ForgetIfOver(db, deal, before);
  const bool more = std::ssize(rows) == kDecisionsAtOnce;
  after_ = more ? rows.back().Int(0) : 0;
  return more;
}

void PlanRetention::ForgetIfOver(storage::Connection& db, const Deal& deal, int64_t before) {
  work_.Run(db, deal.account_id, kForgetCause, [&](rpc::Session& session) {
    if (!IsOver(session, deal.id, before)) return;
    for (const char* table : {"offers", "decisions"}) {
      session.db.Execute("DELETE FROM " + std::string(table) + " WHERE account_id = ? AND deal_id = ?", deal.account_id,
                         deal.id);
    }
  });
}

bool PlanRetention::IsOver(rpc::Session& session, int64_t deal_id, int64_t before) {
  const auto offers = Offers(session).LockOfDeal(deal_id);
  if (std::ranges::any_of(offers, IsOpen)) return false;
  const auto decisions = Journal(session).OfDeal(deal_id);
  if (decisions.empty()) return false;
  const auto& last = decisions.back();
  if (last.kind() == v1::Decision::KIND_WAITING && !offers.empty()) return false;
  return TimeUtil::TimestampToMicroseconds(last.create_time()) < before;
}

}  // namespace voronka::distribution

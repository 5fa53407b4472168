#include "distribution_service/background/delivery.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>

#include "distribution_service/offers/offers.h"
#include "foundation/process/fault_points.h"

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;
using process::KillPoint;
using v1::OfferRow;

constexpr const char* kTimerCause = "timer:offer";
// The system of record's clock may be this little behind ours.
constexpr int64_t kRetryDelay = std::chrono::microseconds(std::chrono::milliseconds(5)).count();

// At the deadline itself if the clock has been put back since.
int64_t RetryAt(const rpc::Session& session, const OfferRow& offer) {
  return std::max(session.Now() + kRetryDelay, TimeUtil::TimestampToMicroseconds(offer.deadline()));
}

}  // namespace

void Delivery::Act(storage::Connection& db, const timers::Timer& timer) {
  const auto offer = Prepare(db, timer.key);
  if (!offer) return;
  process::Pass(KillPoint::kBeforeCall);
  const bool planned = offer->state() == v1::Offer::STATE_PLANNED;
  planned ? Make(db, timer.key.account_id, *offer) : Reclaim(db, timer.key.account_id, *offer);
}

// Locks nothing. If the offer ends just now, the system of record knows by the deal's epoch.
std::optional<OfferRow> Delivery::Prepare(storage::Connection& db, const timers::TimerKey& key) {
  std::optional<OfferRow> offer;
  work_.Read(db, key.account_id, kTimerCause,
             [&](rpc::Session& session) { offer = Offers(session).Find(key.subject, static_cast<int>(key.slot)); });
  if (offer && IsOpen(*offer)) return offer;
  timers::TimerTable(db).Cancel(key);
  return std::nullopt;
}

void Delivery::Make(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto refusal = deals_.Offer(account_id, offer);
  process::Pass(KillPoint::kAfterCall);
  if (!refusal) return;
  const auto deal = deals_.Get(account_id, offer.deal_id());
  work_.Run(db, account_id, kTimerCause,
            [&](rpc::Session& session) { planner_.Refuse(session, offer, *refusal, deal); });
}

void Delivery::Reclaim(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto refusal = deals_.Reclaim(account_id, offer);
  process::Pass(KillPoint::kAfterCall);
  if (!refusal) return;
  work_.Run(db, account_id, kTimerCause, [&](rpc::Session& session) { AfterRefusedReclaim(session, offer, *refusal); });
}

// The deal has changed, and the event about it is on its way. If the event was faster, it has already set the timer.
void Delivery::AfterRefusedReclaim(rpc::Session& session, const OfferRow& offer, const Refusal& refusal) {
  const auto now = Offers(session).Lock(offer.deal_id(), offer.attempt());
  if (now && now->deal_epoch() != offer.deal_epoch()) return timers_.Set(session, *now);
  if (refusal.reason == "OFFER_STANDS") return timers_.SetAt(session, offer, RetryAt(session, offer));
  OfferTimers::Cancel(session, offer);
}

}  // namespace voronka::distribution

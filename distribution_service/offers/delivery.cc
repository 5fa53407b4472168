#include "distribution_service/offers/delivery.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>

#include "distribution_service/offers/offers.h"
#include "foundation/process/fault_points.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::DealChange;
using google::protobuf::util::TimeUtil;
using process::KillPoint;
using v1::OfferRow;

constexpr const char* kCause = "timer:offer";
// The clock of the system of record was this little behind.
constexpr int64_t kAgain = std::chrono::microseconds(std::chrono::milliseconds(5)).count();

// At the deadline itself where the clock has been put back since.
int64_t AgainAt(const rpc::Session& session, const OfferRow& offer) {
  return std::max(session.Now() + kAgain, TimeUtil::TimestampToMicroseconds(offer.deadline()));
}

// Before the first call: a repeated one must say the same.
void FixDeadline(rpc::Session& session, OfferRow& offer) {
  if (offer.state() != v1::Offer::STATE_PLANNED || !offer.has_take_within() || offer.has_deadline()) return;
  *offer.mutable_deadline() = TimeUtil::MicrosecondsToTimestamp(session.Now()) + offer.take_within();
  Offers(session).Save(offer);
}

}  // namespace

void Delivery::Act(storage::Connection& db, const timers::Timer& timer) {
  const auto offer = Prepare(db, timer.key);
  if (!offer) return;
  process::Pass(KillPoint::kBeforeCall);
  const bool planned = offer->state() == v1::Offer::STATE_PLANNED;
  planned ? Make(db, timer.key.account_id, *offer) : Reclaim(db, timer.key.account_id, *offer);
}

std::optional<OfferRow> Delivery::Prepare(storage::Connection& db, const timers::TimerKey& key) {
  std::optional<OfferRow> offer;
  work_.Look(db, key.account_id, kCause,
             [&](rpc::Session& session) { offer = Offers(session).Find(key.subject, static_cast<int>(key.slot)); });
  // Nothing is to be written. Should it end at this moment, the epoch tells the system of record.
  if (offer && offer->state() == v1::Offer::STATE_STANDING) return offer;
  work_.Run(db, key.account_id, kCause, [&](rpc::Session& session) {
    offer = Offers(session).Lock(key.subject, static_cast<int>(key.slot));
    if (offer && IsOpen(*offer)) return FixDeadline(session, *offer);
    offer.reset();
    timers::TimerTable(session.db).Cancel(key);
  });
  return offer;
}

void Delivery::Make(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto answer = deals_.Offer(account_id, offer);
  process::Pass(KillPoint::kAfterCall);
  if (const auto* made = std::get_if<Deal>(&answer)) return Follow(db, account_id, DealChange::KIND_OFFERED, *made);
  const auto deal = deals_.Get(account_id, offer.deal_id());
  work_.Run(db, account_id, kCause,
            [&](rpc::Session& session) { planner_.Refuse(session, offer, std::get<Refusal>(answer), deal); });
}

void Delivery::Reclaim(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto answer = deals_.Reclaim(account_id, offer);
  process::Pass(KillPoint::kAfterCall);
  if (const auto* deal = std::get_if<Deal>(&answer)) return Follow(db, account_id, DealChange::KIND_RECLAIMED, *deal);
  work_.Run(db, account_id, kCause,
            [&](rpc::Session& session) { AfterRefusedReclaim(session, offer, std::get<Refusal>(answer)); });
}

// It is no more what it was: the event that tells why is on its way. If it was faster, it has set the timer anew.
void Delivery::AfterRefusedReclaim(rpc::Session& session, const OfferRow& offer, const Refusal& refusal) {
  const auto now = Offers(session).Lock(offer.deal_id(), offer.attempt());
  if (now && now->deal_epoch() != offer.deal_epoch()) return timers_.Set(session, *now);
  if (refusal.reason == "OFFER_STANDS") return timers_.SetAt(session, offer, AgainAt(session, offer));
  OfferTimers::Cancel(session, offer);
}

// What the system of record answers is believed like its events: whichever comes first.
void Delivery::Follow(storage::Connection& db, int64_t account_id, DealChange::Kind kind, const Deal& deal) {
  DealChange change;
  change.set_kind(kind);
  *change.mutable_after() = deal;
  work_.Run(db, account_id, kCause, [&](rpc::Session& session) { planner_.Follow(session, change); });
}

}  // namespace voronka::distribution

#include "distribution_service/offers/offer_transition.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "distribution_service/rotation/grounds.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using google::protobuf::util::TimeUtil;
using v1::Grounds;
using v1::Offer;
using v1::OfferRow;

constexpr int64_t kEventsMayBeLate = std::chrono::microseconds(std::chrono::seconds(10)).count();

bool IsListed(const DealChange& change) { return change.kind == ResourceChange::KIND_UNSPECIFIED; }

int64_t UpdateTime(const Deal& deal) { return TimeUtil::TimestampToMicroseconds(deal.update_time()); }

// The system of record has made the offer, whether or not its answer has arrived.
bool WasMade(const OfferRow& offer, const DealChange& change) {
  if (offer.state() == Offer::STATE_STANDING) return true;
  if (change.before.responsible_user_id() == offer.user_id()) return true;
  const bool tells = change.kind == ResourceChange::KIND_OFFERED || IsListed(change);
  return tells && change.after.responsible_user_id() == offer.user_id();
}

bool IsTheirs(const OfferRow& offer, const Deal& deal) {
  return deal.state() == Deal::STATE_OPEN && deal.responsible_user_id() == offer.user_id();
}

bool TookOffer(const DealChange& change) {
  const bool takes = change.kind == ResourceChange::KIND_TAKEN || change.kind == ResourceChange::KIND_MOVED;
  return takes && change.before.has_offer_deadline() && !change.after.has_offer_deadline() &&
         change.after.state() != Deal::STATE_LOST;
}

Grounds ByMoveTo(const Deal& deal) {
  auto grounds = Because(Grounds::WHY_MOVED);
  grounds.set_pipeline(deal.pipeline());
  grounds.set_stage(deal.stage());
  return grounds;
}

OfferTransition Taken(const OfferRow& offer, const DealChange& change) {
  if (!offer.has_take_within()) return {Offer::STATE_TAKEN, Because(Grounds::WHY_GIVEN_FOR_GOOD)};
  if (change.kind == ResourceChange::KIND_MOVED) return {Offer::STATE_TAKEN, ByMoveTo(change.after)};
  return {Offer::STATE_TAKEN};
}

OfferTransition Closed(const Deal& deal) {
  if (deal.state() == Deal::STATE_WON) return {Offer::STATE_WITHDRAWN, Because(Grounds::WHY_WON)};
  auto lost = Because(Grounds::WHY_LOST);
  lost.set_pipeline(deal.pipeline());
  lost.set_loss_reason(deal.loss_reason());
  return {Offer::STATE_WITHDRAWN, lost};
}

OfferTransition Declined(const DealChange& change) {
  Grounds grounds;
  grounds.set_reason(change.reason);
  return {Offer::STATE_DECLINED, grounds};
}

OfferTransition Returned(const OfferRow& offer, const DealChange& change) {
  if (change.kind == ResourceChange::KIND_DECLINED) return Declined(change);
  const int64_t deadline = TimeUtil::TimestampToMicroseconds(offer.deadline());
  const bool expired = change.kind == ResourceChange::KIND_RECLAIMED || UpdateTime(change.after) >= deadline;
  return expired ? OfferTransition{Offer::STATE_MISSED} : Declined(change);
}

OfferTransition Withdrawn(const Deal& deal) {
  auto by_hand = Because(Grounds::WHY_ASSIGNED_BY_HAND);
  by_hand.set_user_id(deal.responsible_user_id());
  return {Offer::STATE_WITHDRAWN, by_hand};
}

}  // namespace

OfferTransition TransitionOf(const OfferRow& offer, const DealChange& change, int64_t now) {
  const Deal& deal = change.after;
  if (deal.epoch() <= offer.deal_epoch()) return {};
  if (IsListed(change) && now < UpdateTime(deal) + kEventsMayBeLate) return {};
  if (!WasMade(offer, change)) return {Offer::STATE_REFUSED, Because(Grounds::WHY_DEAL_CHANGED)};
  if (IsTheirs(offer, deal) && deal.has_offer_deadline()) return {Offer::STATE_STANDING};
  if (IsTheirs(offer, deal) || TookOffer(change)) return Taken(offer, change);
  if (deal.state() != Deal::STATE_OPEN) return Closed(deal);
  if (deal.responsible_user_id() == 0) return Returned(offer, change);
  return Withdrawn(deal);
}

}  // namespace voronka::distribution

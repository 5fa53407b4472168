#include "distribution_service/offers/deal_plan.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <stdexcept>

#include "distribution_service/offers/offer_transition.h"
#include "distribution_service/rotation/grounds.h"
#include "distribution_service/rotation/round.h"
#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using google::protobuf::util::TimeUtil;
using v1::Decision;
using v1::OfferRow;
using v1::QueueRow;

// The system of record refuses deals to a user who is disabled or has not come yet.
bool IsNotActive(const std::string& reason) { return reason == "USER_DISABLED" || reason == "USER_INVITED"; }

OfferRow PlannedOffer(const QueueRow& queue, const Deal& deal, const Choice& choice) {
  OfferRow offer;
  offer.set_deal_id(deal.id());
  offer.set_queue_id(queue.id());
  offer.set_user_id(choice.user_id);
  offer.set_state(v1::Offer::STATE_PLANNED);
  offer.set_costs_turn(choice.CostsTurn());
  offer.set_deal_epoch(deal.epoch());
  if (!choice.IsForGood()) *offer.mutable_take_within() = queue.take_within();
  return offer;
}

Decision::Kind KindOf(v1::Offer::State end) {
  switch (end) {
    case v1::Offer::STATE_TAKEN:
      return Decision::KIND_TAKEN;
    case v1::Offer::STATE_DECLINED:
      return Decision::KIND_DECLINED;
    case v1::Offer::STATE_MISSED:
      return Decision::KIND_MISSED;
    case v1::Offer::STATE_WITHDRAWN:
      return Decision::KIND_WITHDRAWN;
    case v1::Offer::STATE_REFUSED:
      return Decision::KIND_REFUSED;
    default:
      throw std::logic_error("an offer does not end as " + v1::Offer::State_Name(end));
  }
}

}  // namespace

bool IsOpen(const OfferRow& offer) {
  return offer.state() == v1::Offer::STATE_PLANNED || offer.state() == v1::Offer::STATE_STANDING;
}

bool IsUnowned(const Deal& deal) { return deal.state() == Deal::STATE_OPEN && deal.responsible_user_id() == 0; }

bool IsOnOffer(const Deal& deal) { return deal.state() == Deal::STATE_OPEN && deal.has_offer_deadline(); }

void DealPlan::Follow(const DealChange& change) {
  auto* offer = OpenOffer();
  if (offer == nullptr) return;
  const auto transition = TransitionOf(*offer, change, now_);
  if (transition.state == v1::Offer::STATE_UNSPECIFIED) return;
  offer->set_deal_epoch(change.after.epoch());
  if (transition.state != v1::Offer::STATE_STANDING) return End(*offer, transition.state, transition.grounds);
  offer->set_state(transition.state);
  *offer->mutable_deadline() = change.after.offer_deadline();
  changed_ = Last();
}

void DealPlan::Refuse(int attempt, const Refusal& refusal, int64_t deal_epoch) {
  auto* offer = OpenOffer();
  if (offer == nullptr || offer->attempt() != attempt || offer->state() != v1::Offer::STATE_PLANNED) return;
  offer->set_user_disabled(IsNotActive(refusal.reason));
  offer->set_deal_epoch(std::max(offer->deal_epoch(), deal_epoch));
  v1::Grounds refused;
  refused.set_refusal(refusal.reason);
  End(*offer, v1::Offer::STATE_REFUSED, refused);
}

void DealPlan::Withdraw(const v1::Grounds& why) {
  if (auto* offer = OpenOffer()) End(*offer, v1::Offer::STATE_WITHDRAWN, why);
}

bool DealPlan::NeedsOffer(const Deal& deal) const {
  if (!IsUnowned(deal)) return false;
  return offers_.empty() || (!IsOpen(offers_.back()) && deal.epoch() >= offers_.back().deal_epoch());
}

void DealPlan::Offer(QueueRow& queue, const Deal& deal) {
  const Round round = RoundOf(offers_, queue.id());
  const Choice choice = Choose(queue, round, deal.client_manager_user_id());
  if (Plan(queue, deal, round, choice) && choice.CostsTurn()) TakeTurn(*queue.mutable_turns(), choice.user_id);
}

int64_t DealPlan::ReturnedTo() const {
  if (offers_.empty()) return 0;
  const auto& last = offers_.back();
  const bool nobody_took_it = last.state() == v1::Offer::STATE_MISSED || last.state() == v1::Offer::STATE_DECLINED ||
                              (last.state() == v1::Offer::STATE_REFUSED && last.user_disabled());
  return nobody_took_it ? last.queue_id() : 0;
}

void DealPlan::Escalate(const QueueRow& queue, const Deal& deal) {
  const Round round = RoundOf(offers_, queue.id());
  Plan(queue, deal, round, distribution::Escalate(queue, round, Because(v1::Grounds::WHY_STAGE_WITHOUT_QUEUE)));
}

bool DealPlan::HasLostOffer(const Deal& deal) const {
  if (!IsOnOffer(deal)) return false;
  return offers_.empty() || (!IsOpen(offers_.back()) && deal.epoch() > offers_.back().deal_epoch());
}

void DealPlan::Adopt(int64_t queue_id, const Deal& deal) {
  OfferRow offer;
  offer.set_deal_id(deal.id());
  offer.set_attempt(static_cast<int>(offers_.size()) + 1);
  offer.set_queue_id(queue_id);
  offer.set_user_id(deal.responsible_user_id());
  offer.set_state(v1::Offer::STATE_STANDING);
  *offer.mutable_deadline() = deal.offer_deadline();
  *offer.mutable_take_within() = deal.offer_deadline() - deal.update_time();
  *offer.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now_);
  offer.set_round(RoundOf(offers_, queue_id).number);
  offer.set_deal_epoch(deal.epoch());
  offers_.push_back(std::move(offer));
  planned_ = Last();
}

bool DealPlan::Plan(const QueueRow& queue, const Deal& deal, const Round& round, const Choice& choice) {
  auto offer = PlannedOffer(queue, deal, choice);
  offer.set_attempt(static_cast<int>(offers_.size()) + 1);
  offer.set_round(round.number);
  *offer.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now_);
  Note(offer, choice.kind, choice.grounds);
  if (choice.kind == Decision::KIND_WAITING) return false;
  offers_.push_back(std::move(offer));
  planned_ = Last();
  return true;
}

const OfferRow* DealPlan::turn_given_back() const {
  const auto* offer = changed();
  if (offer == nullptr || offer->state() != v1::Offer::STATE_REFUSED) return nullptr;
  // The turn of a disabled user counts as taken: otherwise every deal would be offered to them first.
  return offer->costs_turn() && !offer->user_disabled() ? offer : nullptr;
}

OfferRow* DealPlan::OpenOffer() { return offers_.empty() || !IsOpen(offers_.back()) ? nullptr : &offers_.back(); }

void DealPlan::End(OfferRow& offer, v1::Offer::State state, const v1::Grounds& why) {
  offer.set_state(state);
  *offer.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(now_);
  changed_ = Last();
  Note(offer, KindOf(state), why);
}

void DealPlan::Note(const OfferRow& about, Decision::Kind kind, const v1::Grounds& why) {
  auto& decision = decisions_.emplace_back();
  decision.set_deal_id(about.deal_id());
  decision.set_attempt(about.attempt());
  decision.set_kind(kind);
  decision.set_queue_id(about.queue_id());
  decision.set_user_id(about.user_id());
  *decision.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now_);
  *decision.mutable_grounds() = why;
}

}  // namespace voronka::distribution

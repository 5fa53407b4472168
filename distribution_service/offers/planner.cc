#include "distribution_service/offers/planner.h"

#include "distribution_service/offers/journal.h"
#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queues.h"
#include "distribution_service/rotation/grounds.h"
#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using v1::OfferRow;
using v1::QueueRow;

Deal NoDeal(int64_t deal_id) {
  Deal deal;
  deal.set_id(deal_id);
  return deal;
}

// `locked`: the queue that is locked already, if any.
void ReturnTurn(Queues& queues, std::optional<QueueRow>& locked, const OfferRow& offer) {
  if (locked && locked->id() == offer.queue_id()) {
    return GiveTurnBack(*locked->mutable_turns(), offer.user_id());
  }
  auto queue = queues.Lock(offer.queue_id());
  if (!queue) return;
  GiveTurnBack(*queue->mutable_turns(), offer.user_id());
  queues.Save(*queue);
}

// No inquiry may be left behind because its queue has ended, or because the deal was in another stage when its offer
// expired.
void EscalateWithoutQueue(Queues& queues, DealPlan& plan, const Deal& deal) {
  const int64_t queue_id = plan.ReturnedTo();
  if (queue_id == 0) return;
  if (const auto queue = queues.EscalationOf(queue_id)) plan.Escalate(*queue, deal);
}

}  // namespace

void Planner::Follow(rpc::Session& session, const DealChange& change) {
  UpdatePlan(session, change.after, [&](DealPlan& plan) { plan.Follow(change); });
}

void Planner::Refuse(rpc::Session& session, const OfferRow& offer, const Refusal& refusal,
                     const std::optional<Deal>& deal) {
  const Deal now = deal.value_or(NoDeal(offer.deal_id()));
  // If the deal is on offer, that is news of its own: see HasLostOffer.
  const int64_t epoch = IsOnOffer(now) ? offer.deal_epoch() : now.epoch();
  UpdatePlan(session, now, [&](DealPlan& plan) { plan.Refuse(offer.attempt(), refusal, epoch); });
}

void Planner::Withdraw(rpc::Session& session, const OfferRow& offer) {
  UpdatePlan(session, NoDeal(offer.deal_id()),
             [](DealPlan& plan) { plan.Withdraw(Because(v1::Grounds::WHY_DEAL_MISSING)); });
}

void Planner::UpdatePlan(rpc::Session& session, const Deal& deal, const Update& update) {
  Queues queues(session);
  auto queue = IsUnowned(deal) ? queues.LockOfStage(deal.pipeline(), deal.stage()) : std::nullopt;
  DealPlan plan(Offers(session).LockOfDeal(deal.id()), session.Now());
  update(plan);
  const auto* returned = plan.turn_given_back();
  if (returned != nullptr) ReturnTurn(queues, queue, *returned);
  if (plan.NeedsOffer(deal)) queue ? plan.Offer(*queue, deal) : EscalateWithoutQueue(queues, plan, deal);
  if (plan.HasLostOffer(deal)) plan.Adopt(queues.IdOfStage(deal.pipeline(), deal.stage()), deal);
  if (queue && (returned != nullptr || plan.planned() != nullptr)) queues.Save(*queue);
  Store(session, plan);
}

void Planner::Store(rpc::Session& session, const DealPlan& plan) {
  Offers offers(session);
  if (const auto* offer = plan.changed()) {
    offers.Save(*offer);
    timers_.Set(session, *offer);
  }
  if (const auto* offer = plan.planned()) {
    offers.Insert(*offer);
    timers_.Set(session, *offer);
  }
  Journal(session).Write(plan.decisions());
}

}  // namespace voronka::distribution

#include "distribution_service/offers/planner.h"

#include "distribution_service/offers/journal.h"
#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queues.h"
#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::DealChange;
using v1::OfferRow;
using v1::QueueRow;

Deal NoDeal(int64_t deal_id) {
  Deal deal;
  deal.set_id(deal_id);
  return deal;
}

// `held` is the queue that is locked already, if any.
void ReturnTurn(Queues& queues, std::optional<QueueRow>& held, const OfferRow& offer) {
  if (held && held->id() == offer.queue_id()) {
    return GiveTurnBack(*held->mutable_turns(), offer.user_id());
  }
  auto queue = queues.Lock(offer.queue_id());
  if (!queue) return;
  GiveTurnBack(*queue->mutable_turns(), offer.user_id());
  queues.Save(*queue);
}

// No inquiry may stay behind because its queue has ended, or because it stood elsewhere when its offer lapsed.
void EscalateWithoutQueue(Queues& queues, DealPlan& plan, const Deal& deal) {
  const int64_t queue_id = plan.ComesBackTo();
  if (queue_id == 0) return;
  if (const auto queue = queues.EscalationOf(queue_id)) plan.Escalate(*queue, deal);
}

}  // namespace

void Planner::Follow(rpc::Session& session, const DealChange& change) {
  Proceed(session, change.after(), [&](DealPlan& plan) { plan.Follow(change); });
}

void Planner::Refuse(rpc::Session& session, const OfferRow& offer, const Refusal& refusal,
                     const std::optional<Deal>& deal) {
  const Deal now = deal.value_or(NoDeal(offer.deal_id()));
  Proceed(session, now, [&](DealPlan& plan) { plan.Refuse(offer.attempt(), refusal, now.epoch()); });
}

void Planner::Withdraw(rpc::Session& session, const OfferRow& offer) {
  Proceed(session, NoDeal(offer.deal_id()), [](DealPlan& plan) { plan.Withdraw("the deal does not exist any more"); });
}

void Planner::Proceed(rpc::Session& session, const Deal& deal, const News& news) {
  Queues queues(session);
  auto queue = IsUnowned(deal) ? queues.LockOfStage(deal.pipeline(), deal.stage()) : std::nullopt;
  DealPlan plan(Offers(session).LockOfDeal(deal.id()), session.Now());
  news(plan);
  const auto* returned = plan.turn_given_back();
  if (returned != nullptr) ReturnTurn(queues, queue, *returned);
  if (plan.Needs(deal)) queue ? plan.Offer(*queue, deal) : EscalateWithoutQueue(queues, plan, deal);
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

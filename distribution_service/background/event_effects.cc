#include "distribution_service/background/event_effects.h"

#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queue_copy.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Queue;
using crm::v1::User;
using UserChange = events::ChangeTo<User>;

// Was disabled, or only invited, before. The offers of a new user cannot have been refused yet.
bool BecomesActive(const UserChange& change) {
  return change.HasBefore() && change.before.state() != User::STATE_ACTIVE &&
         change.after.state() == User::STATE_ACTIVE;
}

// Distribution deals with a deal from the moment that nobody owns it until somebody has taken it. The event that begins
// that, and the one that ends it, show it before or after.
bool IsInDistribution(const Deal& deal) { return IsUnowned(deal) || deal.has_offer_deadline(); }

bool Concerns(const DealChange& change) { return IsInDistribution(change.before) || IsInDistribution(change.after); }

}  // namespace

bool EventEffects::Concerns(const Event& event) {
  if (events::IsChangeTo<Deal>(event)) return distribution::Concerns(events::ReadChange<Deal>(event));
  return events::IsChangeTo<Queue>(event) || events::IsChangeTo<User>(event) ||
         events::IsChangeTo<crm::v1::Session>(event);
}

void EventEffects::Apply(rpc::Session& session, const Event& event) {
  events::On<Deal>(event, [&](const auto& change) { planner_.Follow(session, change); });
  events::On<Queue>(event, [&](const auto& change) { Follow(session, change); });
  events::On<User>(event, [&](const auto& change) { Follow(session, change); });
  events::On<crm::v1::Session>(
      event, [&](const auto& change) { revocations_.Revoke(session, event.account_id(), change.after.id()); });
}

void EventEffects::Follow(rpc::Session& session, const UserChange& change) {
  revocations_.OutdateIfRightsChanged(session, session.account_id(), change.before, change.after);
  if (!BecomesActive(change)) return;
  Offers(session).ClearUserDisabled(change.after.id());
  PlanAfterCommit(session);
}

void EventEffects::Follow(rpc::Session& session, const events::ChangeTo<Queue>& change) {
  if (change.kind == crm::v1::ResourceChange::KIND_DELETED) return EndQueue(session, change.after.id());
  if (TakeOver(session, change.after)) PlanAfterCommit(session);
}

void EventEffects::PlanAfterCommit(rpc::Session& session) {
  session.AfterCommit([this, account_id = session.account_id()] { reconciler_.Request(account_id); });
}

}  // namespace voronka::distribution

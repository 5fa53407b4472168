#pragma once

#include "distribution_service/background/reconciler.h"
#include "distribution_service/offers/planner.h"
#include "event_consumer/change.h"
#include "foundation/rpc/calls/revocations.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::distribution {

// What an event of the system of record means here.
class EventEffects {
 public:
  EventEffects(Planner& planner, Reconciler& reconciler, rpc::Revocations& revocations)
      : planner_(planner), reconciler_(reconciler), revocations_(revocations) {}

  // Whether Apply has anything to do with the event.
  static bool Concerns(const crm::v1::Event& event);
  // In the transaction that moves the cursor.
  void Apply(rpc::Session& session, const crm::v1::Event& event);

 private:
  void Follow(rpc::Session& session, const events::ChangeTo<crm::v1::User>& change);
  void Follow(rpc::Session& session, const events::ChangeTo<crm::v1::Queue>& change);
  // Deals may have waited for what has changed now.
  void PlanAfterCommit(rpc::Session& session);

  Planner& planner_;
  Reconciler& reconciler_;
  rpc::Revocations& revocations_;
};

}  // namespace voronka::distribution

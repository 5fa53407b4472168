#pragma once

#include "client/service_clients.h"
#include "distribution_service/background/delivery.h"
#include "distribution_service/background/event_effects.h"
#include "distribution_service/background/plan_retention.h"
#include "event_consumer/consumer.h"
#include "foundation/rpc/server/service.h"
#include "foundation/rpc/server/service_host.h"
#include "foundation/timers/timers.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::distribution {

// The service's parts, in the order in which they need one another.
class Distribution {
 public:
  explicit Distribution(const config::v1::Distribution& configuration);

  // Until a signal.
  void Serve(process::StopSignal& stop_signal);

 private:
  rpc::ServiceHost host_;
  client::ServiceClients clients_;
  timers::Timers timers_;

  const rpc::AccountWork work_;
  CrmDeals deals_;
  CrmDirectory directory_;
  Planner planner_;
  Delivery delivery_;
  Reconciler reconciler_;
  PlanRetention plan_retention_;
  EventEffects effects_;
  events::Consumer consumer_;

  rpc::Services services_;
};

}  // namespace voronka::distribution

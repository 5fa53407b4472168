#pragma once

#include <functional>
#include <optional>

#include "distribution_service/crm/deal_change.h"
#include "distribution_service/offers/deal_plan.h"
#include "distribution_service/offers/offer_timers.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::distribution {

// Keeps the plan of each deal in step with the deal. A change has its effect once, even if it comes twice, late, or to
// two replicas at once: the deal's epoch says what is new, and the locked queue whose turn it is.
class Planner {
 public:
  explicit Planner(OfferTimers timers) : timers_(timers) {}

  // A change from an event, or (without a kind) a deal as it was listed.
  void Follow(rpc::Session& session, const DealChange& change);
  // The system of record refused to make the offer; `deal` as it is now, if it exists.
  void Refuse(rpc::Session& session, const v1::OfferRow& offer, const Refusal& refusal,
              const std::optional<crm::v1::Deal>& deal);
  // The deal does not exist any more.
  void Withdraw(rpc::Session& session, const v1::OfferRow& offer);

 private:
  using Update = std::function<void(DealPlan&)>;

  void UpdatePlan(rpc::Session& session, const crm::v1::Deal& deal, const Update& update);
  void Store(rpc::Session& session, const DealPlan& plan);

  OfferTimers timers_;
};

}  // namespace voronka::distribution

#pragma once

#include <optional>

#include "distribution_service/crm/deals.h"
#include "distribution_service/offers/offer_timers.h"
#include "distribution_service/offers/planner.h"
#include "foundation/rpc/calls/account_work.h"

namespace voronka::distribution {

// Carries out the plan when an offer's timer is due: asks the system of record to make a planned offer, or to take back
// an expired one. The plan learns of what was done from the event, and of a refusal from the answer. Until then, the
// timer's lease repeats the request.
class Delivery {
 public:
  Delivery(const rpc::AccountWork& work, CrmDeals& deals, Planner& planner, OfferTimers timers)
      : work_(work), deals_(deals), planner_(planner), timers_(timers) {}

  void Act(storage::Connection& db, const timers::Timer& timer);

 private:
  // Nothing if it has ended.
  std::optional<v1::OfferRow> Prepare(storage::Connection& db, const timers::TimerKey& key);
  void Make(storage::Connection& db, int64_t account_id, const v1::OfferRow& offer);
  void Reclaim(storage::Connection& db, int64_t account_id, const v1::OfferRow& offer);
  void AfterRefusedReclaim(rpc::Session& session, const v1::OfferRow& offer, const Refusal& refusal);

  const rpc::AccountWork& work_;
  CrmDeals& deals_;
  Planner& planner_;
  OfferTimers timers_;
};

}  // namespace voronka::distribution

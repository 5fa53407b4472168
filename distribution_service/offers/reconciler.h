#pragma once

#include "distribution_service/account_work.h"
#include "distribution_service/crm/deals.h"
#include "distribution_service/offers/planner.h"
#include "foundation/process/log.h"
#include "foundation/storage/workers.h"

namespace voronka::distribution {

// Compares the plan with the deals as they are, so that none is forgotten whatever was missed: each unowned deal of a
// queue's stage has an open offer, each open offer a timer. Several replicas may do it at once.
class Reconciler {
 public:
  Reconciler(const AccountWork& work, storage::Workers& workers, CrmDeals& deals, Planner& planner, OfferTimers timers,
             process::Log& log)
      : work_(work), workers_(workers), deals_(deals), planner_(planner), timers_(timers), log_(log) {}

  // Every account with a queue, now, here. Throws what stood in the way of any of them.
  void Reconcile(storage::Connection& db);
  // Soon, on a worker; failures are logged.
  void RequestAll();
  void Request(int64_t account_id);

 private:
  void ReconcileAccount(storage::Connection& db, int64_t account_id);
  void PlanUnowned(storage::Connection& db, int64_t account_id);
  void RestoreTimers(storage::Connection& db, int64_t account_id);
  void Restore(storage::Connection& db, int64_t account_id, const v1::OfferRow& offer);
  void Submit(storage::Workers::Job job);

  const AccountWork& work_;
  storage::Workers& workers_;
  CrmDeals& deals_;
  Planner& planner_;
  OfferTimers timers_;
  process::Log& log_;
};

}  // namespace voronka::distribution

#pragma once

#include <functional>
#include <vector>

#include "distribution_service/background/account_work.h"
#include "distribution_service/crm/deals.h"
#include "distribution_service/crm/directory.h"
#include "distribution_service/offers/planner.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/storage/workers.h"

namespace voronka::distribution {

// Compares the plan with the deals as they are, so that no deal is forgotten even if an event was missed: gives each
// unowned deal in a queue's stage an open offer and each open offer a timer, and ends queues without a stage. A failure
// in one queue or account is logged and counted, does not stop the others, and is retried the next time. Several
// replicas may do it at once.
class Reconciler {
 public:
  // What the system of record is asked for.
  struct Crm {
    CrmDeals& deals;
    CrmDirectory& directory;
  };

  Reconciler(const AccountWork& work, storage::Workers& workers, Crm crm, Planner& planner, OfferTimers timers,
             process::Log& log, process::Metrics& metrics);

  // Every account with a queue, now, on this thread. Throws only if those accounts cannot be listed.
  void Reconcile(storage::Connection& db);
  // Soon, on a worker.
  void RequestAll();
  void Request(int64_t account_id);

 private:
  // What a failure is about; 0: no queue, no deal.
  struct Subject {
    int64_t account_id;
    int64_t queue_id = 0;
    int64_t deal_id = 0;
  };

  // Does it, or logs and counts why not.
  void Try(const Subject& subject, const std::function<void()>& act);

  void ReconcileAccount(storage::Connection& db, int64_t account_id);
  std::vector<v1::QueueRow> QueuesOf(storage::Connection& db, int64_t account_id);
  // Removes those that it has ended from `queues`.
  void EndWithTheirStages(storage::Connection& db, int64_t account_id, std::vector<v1::QueueRow>& queues);
  void PlanUnowned(storage::Connection& db, int64_t account_id, const v1::QueueRow& queue);
  void RestoreTimers(storage::Connection& db, int64_t account_id);
  void Restore(storage::Connection& db, int64_t account_id, const v1::OfferRow& offer);
  void Submit(storage::Workers::Job job);

  const AccountWork& work_;
  storage::Workers& workers_;
  const Crm crm_;
  Planner& planner_;
  OfferTimers timers_;
  process::Log& log_;
  prometheus::Counter& failures_;
};

}  // namespace voronka::distribution

#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "distribution_service/background/account_comparison.h"
#include "distribution_service/background/reconcile_requests.h"
#include "distribution_service/background/reconcile_retries.h"
#include "foundation/storage/workers.h"

namespace voronka::distribution {

// Compares the plan with the deals as they are, so that no deal is forgotten even if an event was missed. One
// comparison runs at a time, in portions, and other work of the workers comes between the portions. What is asked for
// meanwhile waits, each account at most once. What has failed is retried soon.
class Reconciler {
 public:
  // What the system of record is asked for.
  struct Crm {
    CrmDeals& deals;
    CrmDirectory& directory;
  };

  Reconciler(const rpc::AccountWork& work, storage::Workers& workers, Crm crm, Planner& planner, OfferTimers timers,
             process::Log& log, process::Metrics& metrics);
  // Waits for the portion that a worker does or has been asked for.
  ~Reconciler();

  // Every account with a queue, now, on this thread. Throws only if those accounts cannot be listed.
  void Reconcile(storage::Connection& db);
  // The same after the event log has begun again: what the plan knows of the deals' past may never have happened, and
  // what happened may be missing in it.
  void StartOver(storage::Connection& db);
  // Soon, on a worker.
  void RequestAll();
  void Request(int64_t account_id);
  // What has failed and is due again (ReconcileRetries). Called every second.
  void Retry();
  // What waits is dropped, and nothing is taken up any more.
  void Stop();

 private:
  void CompareAll(storage::Connection& db, AccountComparison::Scope scope);
  // One portion, on a worker; asks for the next one.
  void Continue(storage::Connection& db) noexcept;
  void DoPortion(storage::Connection& db);
  void ListRound(storage::Connection& db);
  void NoteCompared(const AccountComparison& comparison);
  void NoteListed(bool has_failed);
  // Adds the accounts that have no queue here. False: the system of record does not answer.
  bool AddUnmet(std::vector<int64_t>& accounts) noexcept;

  // Under the mutex: whether this worker may do a portion now.
  bool Begin();
  void End();
  // Under the mutex: asks a worker for the next portion, unless that has been done.
  void Schedule();

  // Only for whoever is busy.
  DealsOfNobody nobodys_;
  // Accounts without a queue here have been compared since the start: their queues may have been missed.
  bool has_met_all_ = false;
  const AccountComparison::Parts parts_;
  storage::Workers& workers_;

  std::mutex mutex_;
  std::condition_variable idle_;
  ReconcileRequests requests_;
  ReconcileRetries retries_;
  // A worker has been asked for the next portion, or does it.
  bool scheduled_ = false;
  // Somebody compares at this moment.
  bool busy_ = false;
  // Threads that want to compare everything: workers let them go first.
  int waiting_ = 0;
  bool stopped_ = false;
  // The account that workers are comparing; NULL: the next one is to be begun. Only for whoever is busy.
  std::unique_ptr<AccountComparison> comparison_;
};

}  // namespace voronka::distribution

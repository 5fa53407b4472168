#include "distribution_service/background/reconciler.h"

#include <exception>
#include <limits>

#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queue_end.h"
#include "distribution_service/queues/queues.h"
#include "foundation/rpc/calls/lines.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using v1::OfferRow;
using v1::QueueRow;

constexpr const char* kReconcileCause = "reconcile";
constexpr int kAllQueues = std::numeric_limits<int>::max();

DealChange Listed(const Deal& deal) { return {.after = deal}; }

}  // namespace

Reconciler::Reconciler(const AccountWork& work, storage::Workers& workers, Crm crm, Planner& planner,
                       OfferTimers timers, process::Log& log, process::Metrics& metrics)
    : work_(work),
      workers_(workers),
      crm_(crm),
      planner_(planner),
      timers_(timers),
      log_(log),
      failures_(metrics.Counter("reconcile_failures_total", "Accounts, queues and deals that could not be compared.")) {
}

void Reconciler::Reconcile(storage::Connection& db) {
  for (const int64_t account_id : Queues::Accounts(db)) ReconcileAccount(db, account_id);
}

void Reconciler::RequestAll() {
  Submit([this](storage::Connection& db) { Reconcile(db); });
}

void Reconciler::Request(int64_t account_id) {
  Submit([this, account_id](storage::Connection& db) { ReconcileAccount(db, account_id); });
}

void Reconciler::Submit(storage::Workers::Job job) {
  workers_.SubmitAlways(rpc::kOwnWork,
                        [this, job = std::move(job)](storage::Connection& db) { Try({}, [&] { job(db); }); });
}

void Reconciler::Try(const Subject& subject, const std::function<void()>& act) {
  try {
    act();
  } catch (const std::exception& error) {
    failures_.Increment();
    log_.Error("cannot compare the plan with the deals; again in a minute", {{"account", subject.account_id},
                                                                             {"queue", subject.queue_id},
                                                                             {"deal", subject.deal_id},
                                                                             {"error", error.what()}});
  }
}

void Reconciler::ReconcileAccount(storage::Connection& db, int64_t account_id) {
  Try({account_id}, [&] {
    auto queues = QueuesOf(db, account_id);
    Try({account_id}, [&] { EndWithTheirStages(db, account_id, queues); });
    for (const auto& queue : queues) Try({account_id, queue.id()}, [&] { PlanUnowned(db, account_id, queue); });
  });
  Try({account_id}, [&] { RestoreTimers(db, account_id); });
}

std::vector<QueueRow> Reconciler::QueuesOf(storage::Connection& db, int64_t account_id) {
  std::vector<QueueRow> queues;
  work_.Run(db, account_id, kReconcileCause,
            [&](rpc::Session& session) { queues = Queues(session).List(0, kAllQueues); });
  return queues;
}

// The pipeline's event ends them too, but may have been missed, or may have come before the queue. The pipelines are
// read after the queues: so a stage that is not there now was removed after its queue was created.
void Reconciler::EndWithTheirStages(storage::Connection& db, int64_t account_id, std::vector<QueueRow>& queues) {
  for (const auto& pipeline : crm_.directory.AllPipelines(account_id)) {
    std::erase_if(queues, [&](const QueueRow& queue) {
      if (queue.pipeline() != pipeline.key() || !HasLostItsStage(queue, pipeline)) return false;
      work_.Run(db, account_id, kReconcileCause, [&](rpc::Session& session) { EndQueue(session, queue.id()); });
      return true;
    });
  }
}

void Reconciler::PlanUnowned(storage::Connection& db, int64_t account_id, const QueueRow& queue) {
  for (const auto& deal : crm_.deals.ListUnowned(account_id, queue.pipeline(), queue.stage())) {
    Try({account_id, queue.id(), deal.id()}, [&] {
      work_.Run(db, account_id, kReconcileCause,
                [&](rpc::Session& session) { planner_.Follow(session, Listed(deal)); });
    });
  }
}

void Reconciler::RestoreTimers(storage::Connection& db, int64_t account_id) {
  std::vector<OfferRow> offers;
  work_.Run(db, account_id, kReconcileCause, [&](rpc::Session& session) { offers = Offers(session).WithoutTimer(); });
  for (const auto& offer : offers) {
    Try({account_id, offer.queue_id(), offer.deal_id()}, [&] { Restore(db, account_id, offer); });
  }
}

void Reconciler::Restore(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto deal = crm_.deals.Get(account_id, offer.deal_id());
  work_.Run(db, account_id, kReconcileCause, [&](rpc::Session& session) {
    deal ? planner_.Follow(session, Listed(*deal)) : planner_.Withdraw(session, offer);
    const auto now = Offers(session).Lock(offer.deal_id(), offer.attempt());
    if (now) timers_.Set(session, *now);
  });
}

}  // namespace voronka::distribution

#include "distribution_service/offers/reconciler.h"

#include <exception>
#include <limits>

#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queues.h"
#include "foundation/rpc/lines.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::DealChange;
using v1::OfferRow;
using v1::QueueRow;

constexpr const char* kCause = "reconcile";
constexpr int kAllQueues = std::numeric_limits<int>::max();

// Without a kind: nobody tells what was done.
DealChange Listed(const Deal& deal) {
  DealChange change;
  *change.mutable_after() = deal;
  return change;
}

}  // namespace

void Reconciler::Reconcile(storage::Connection& db) {
  std::exception_ptr failure;
  for (const int64_t account_id : Queues::Accounts(db)) {
    try {
      ReconcileAccount(db, account_id);
    } catch (...) {
      failure = std::current_exception();
    }
  }
  if (failure) std::rethrow_exception(failure);
}

void Reconciler::RequestAll() {
  Submit([this](storage::Connection& db) { Reconcile(db); });
}

void Reconciler::Request(int64_t account_id) {
  Submit([this, account_id](storage::Connection& db) { ReconcileAccount(db, account_id); });
}

void Reconciler::Submit(storage::Workers::Job job) {
  workers_.SubmitAlways(rpc::kOwnWork, [this, job = std::move(job)](storage::Connection& db) {
    try {
      job(db);
    } catch (const std::exception& error) {
      log_.Warning("cannot compare the plan with the deals; again in a minute", {{"error", error.what()}});
    }
  });
}

void Reconciler::ReconcileAccount(storage::Connection& db, int64_t account_id) {
  PlanUnowned(db, account_id);
  RestoreTimers(db, account_id);
}

void Reconciler::PlanUnowned(storage::Connection& db, int64_t account_id) {
  std::vector<QueueRow> queues;
  work_.Run(db, account_id, kCause, [&](rpc::Session& session) { queues = Queues(session).List(0, kAllQueues); });
  for (const auto& queue : queues) {
    for (const auto& deal : deals_.ListUnowned(account_id, queue.pipeline(), queue.stage())) {
      work_.Run(db, account_id, kCause, [&](rpc::Session& session) { planner_.Follow(session, Listed(deal)); });
    }
  }
}

void Reconciler::RestoreTimers(storage::Connection& db, int64_t account_id) {
  std::vector<OfferRow> offers;
  work_.Run(db, account_id, kCause, [&](rpc::Session& session) { offers = Offers(session).WithoutTimer(); });
  for (const auto& offer : offers) Restore(db, account_id, offer);
}

void Reconciler::Restore(storage::Connection& db, int64_t account_id, const OfferRow& offer) {
  const auto deal = deals_.Get(account_id, offer.deal_id());
  work_.Run(db, account_id, kCause, [&](rpc::Session& session) {
    deal ? planner_.Follow(session, Listed(*deal)) : planner_.Withdraw(session, offer);
    const auto now = Offers(session).Lock(offer.deal_id(), offer.attempt());
    if (now) timers_.Set(session, *now);
  });
}

}  // namespace voronka::distribution

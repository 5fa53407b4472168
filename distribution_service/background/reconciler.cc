#include "distribution_service/background/reconciler.h"

#include <algorithm>
#include <exception>

#include "distribution_service/offers/offers.h"
#include "distribution_service/queues/queues.h"
#include "foundation/rpc/calls/lines.h"

namespace voronka::distribution {

Reconciler::Reconciler(const rpc::AccountWork& work, storage::Workers& workers, Crm crm, Planner& planner,
                       OfferTimers timers, process::Log& log, process::Metrics& metrics)
    : nobodys_(log, metrics),
      parts_{work,
             crm.deals,
             crm.directory,
             planner,
             timers,
             log,
             metrics.Counter("reconcile_failures_total", "Accounts, queues and deals that could not be compared."),
             nobodys_},
      workers_(workers) {}

Reconciler::~Reconciler() {
  Stop();
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [&] { return !scheduled_ && !busy_; });
}

void Reconciler::Reconcile(storage::Connection& db) { CompareAll(db, AccountComparison::Scope::kUnowned); }

void Reconciler::StartOver(storage::Connection& db) {
  Offers::ForgetEpochs(db);
  CompareAll(db, AccountComparison::Scope::kOnOfferToo);
}

void Reconciler::CompareAll(storage::Connection& db, AccountComparison::Scope scope) {
  auto accounts = Queues::Accounts(db);
  if (scope == AccountComparison::Scope::kOnOfferToo) AddUnmet(accounts);
  {
    std::unique_lock lock(mutex_);
    ++waiting_;
    idle_.wait(lock, [&] { return !busy_; });
    --waiting_;
    busy_ = true;
  }
  for (const int64_t account_id : accounts) {
    AccountComparison comparison(parts_, account_id, scope);
    while (comparison.DoPortion(db)) continue;
    NoteCompared(comparison);
  }
  End();
}

void Reconciler::RequestAll() {
  const std::lock_guard lock(mutex_);
  requests_.AskRound();
  Schedule();
}

void Reconciler::Request(int64_t account_id) {
  const std::lock_guard lock(mutex_);
  requests_.Ask(account_id);
  Schedule();
}

void Reconciler::Retry() {
  const std::lock_guard lock(mutex_);
  if (!retries_.IsDue()) return;
  if (retries_.has_list_failed()) requests_.AskRound();
  for (const int64_t account_id : retries_.accounts()) requests_.Ask(account_id);
  Schedule();
}

void Reconciler::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
}

void Reconciler::Schedule() {
  const bool nothing_waits = requests_.empty() && comparison_ == nullptr;
  if (stopped_ || scheduled_ || busy_ || waiting_ > 0 || nothing_waits) return;
  scheduled_ = true;
  workers_.SubmitAlways(rpc::kOwnWork, [this](storage::Connection& db) { Continue(db); });
}

bool Reconciler::Begin() {
  const std::lock_guard lock(mutex_);
  scheduled_ = false;
  idle_.notify_all();
  if (stopped_ || busy_ || waiting_ > 0) return false;
  busy_ = true;
  return true;
}

void Reconciler::End() {
  const std::lock_guard lock(mutex_);
  busy_ = false;
  idle_.notify_all();
  Schedule();
}

void Reconciler::Continue(storage::Connection& db) noexcept {
  if (!Begin()) return;
  DoPortion(db);
  End();
}

void Reconciler::DoPortion(storage::Connection& db) {
  if (comparison_ == nullptr) ListRound(db);
  if (comparison_ == nullptr) {
    const std::lock_guard lock(mutex_);
    const auto account_id = requests_.Next();
    if (!account_id) return;
    comparison_ = std::make_unique<AccountComparison>(parts_, *account_id);
  }
  if (comparison_->DoPortion(db)) return;
  NoteCompared(*comparison_);
  comparison_ = nullptr;
}

void Reconciler::NoteCompared(const AccountComparison& comparison) {
  const std::lock_guard lock(mutex_);
  retries_.Compared(comparison.account_id(), comparison.has_failed());
}

void Reconciler::NoteListed(bool has_failed) {
  const std::lock_guard lock(mutex_);
  retries_.Listed(has_failed);
}

void Reconciler::ListRound(storage::Connection& db) {
  {
    const std::lock_guard lock(mutex_);
    if (!requests_.MustListRound()) return;
  }
  try {
    auto accounts = Queues::Accounts(db);
    if (!has_met_all_) has_met_all_ = AddUnmet(accounts);
    NoteListed(!has_met_all_);
    nobodys_.KeepOnly(accounts, parts_.work.Now());
    const std::lock_guard lock(mutex_);
    requests_.AddRound(accounts);
  } catch (const std::exception& error) {
    parts_.failures.Increment();
    parts_.log.Error("cannot list the accounts to compare; again soon", {{"error", error.what()}});
    NoteListed(true);
  }
}

bool Reconciler::AddUnmet(std::vector<int64_t>& accounts) noexcept {
  try {
    for (const int64_t account_id : parts_.directory.Accounts()) {
      if (std::ranges::count(accounts, account_id) == 0) accounts.push_back(account_id);
    }
    return true;
  } catch (const std::exception& error) {
    parts_.failures.Increment();
    parts_.log.Error("cannot list the accounts of the installation; again soon", {{"error", error.what()}});
    return false;
  }
}

}  // namespace voronka::distribution

#include "foundation/storage/transaction.h"

#include <chrono>
#include <random>
#include <thread>

#include "foundation/process/fault_points.h"
#include "foundation/process/span.h"
#include "foundation/storage/errors.h"

namespace voronka::storage {
namespace {

using process::Broken;
using process::Fault;
using process::KillPoint;

constexpr int kConflictReruns = 5;
constexpr int kLostConnectionReruns = 1;
constexpr std::chrono::microseconds kFirstPause{2000};

// Transactions that collided must not retry in step. The upper bound doubles with each rerun.
void PauseBefore(int rerun) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const auto bound = kFirstPause * (1 << rerun);
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution<int64_t>(0, bound.count())(random)));
}

void RunHooks(const std::vector<std::function<void()>>& hooks) {
  // By index and copied, because a hook may add another.
  for (size_t next = 0; next < hooks.size();) {
    const std::function<void()> hook = hooks[next++];
    hook();
  }
}

}  // namespace

void Transaction::Attempt(const std::function<void(Transaction&)>& body) {
  db.Begin();
  try {
    body(*this);
    RunHooks(before_commit_);
    RunHooks(last_before_commit_);
    process::Pass(KillPoint::kBeforeCommit);
    db.Commit();
    process::Pass(KillPoint::kAfterCommit);
  } catch (...) {
    db.Rollback();
    throw;
  }
}

void Transaction::Announce() const { RunHooks(after_commit_); }

void RunTransaction(Connection& connection, const std::function<void(Transaction&)>& body) {
  const process::Span span("transaction");
  for (int conflicts = 0, losses = 0;;) {
    Transaction transaction(connection);
    try {
      transaction.Attempt(body);
    } catch (const Retryable&) {
      if (Broken(Fault::kDeadlock)) return;
      if (++conflicts > kConflictReruns) throw;
      PauseBefore(conflicts);
      continue;
    } catch (const ConnectionLost&) {
      if (++losses > kLostConnectionReruns) throw;
      continue;
    }
    return transaction.Announce();
  }
}

}  // namespace voronka::storage

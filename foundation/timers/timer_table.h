#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/storage/connection.h"
#include "foundation/timers/timer.h"

namespace voronka::timers {

// The table `timers`. A timer is armed or fired. A fired one stays until it is cancelled, so that arming it again for
// the same moment does nothing.
class TimerTable {
 public:
  explicit TimerTable(storage::Connection& db) : db_(db) {}

  // Arms a new timer with its epoch, or moves an existing one to another moment with the next epoch; returns the epoch.
  // Nothing if it has already fired for that very moment.
  std::optional<int64_t> Arm(const Timer& timer);
  void Cancel(const TimerKey& key);
  // Cancels all slots.
  void CancelAll(int64_t account_id, const std::string& kind, int64_t subject);

  // Armed → fired, if it is due and still has this epoch. False: another replica was first, or the timer was changed.
  bool Fire(const Timer& timer, int64_t now);
  // The same for several timers of one account and kind; returns how many were fired.
  size_t Fire(std::span<const Timer> timers, int64_t now);
  // Leases a due timer by moving it to `again`, so that only this replica acts on it until then.
  bool Lease(Timer& timer, int64_t now, int64_t again);
  // Moves the timer to `again` before the lease expires, unless it was changed in the meantime.
  void EndLease(const Timer& timer, int64_t again);

  // Armed timers of a shard that are due before `before`, earliest first.
  std::vector<Timer> DueBefore(int shard, int64_t before, int limit);
  std::optional<Timer> Find(const TimerKey& key);

 private:
  storage::Connection& db_;
};

// Accounts are spread over this many shards, each swept separately.
constexpr int kShards = 8;

}  // namespace voronka::timers

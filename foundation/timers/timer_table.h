#pragma once

#include <optional>
#include <vector>

#include "foundation/storage/connection.h"
#include "foundation/timers/timer.h"

namespace voronka::timers {

// The table `timers`. A timer is armed or fired; a fired one stays until it is cancelled, so that arming it again for
// the same moment does nothing.
class TimerTable {
 public:
  explicit TimerTable(storage::Connection& db) : db_(db) {}

  // Arms with the timer's epoch, or moves to another moment with the next one; returns it. Nothing where it has fired
  // for the very same moment.
  std::optional<int64_t> Arm(const Timer& timer);
  void Cancel(const TimerKey& key);
  // All slots.
  void CancelAll(int64_t account_id, const std::string& kind, int64_t subject);

  // Armed → fired, if it is due and still has this epoch. False: another replica was first, or it was changed.
  bool Fire(const Timer& timer, int64_t now);
  // Moves a due timer to `again`, so that only this replica acts on it until then.
  bool Lease(Timer& timer, int64_t now, int64_t again);
  // Moves it to `again` before the lease has ended, unless it was changed meanwhile.
  void EndLease(const Timer& timer, int64_t again);

  // Armed ones of a shard that are due before `before`, the earliest first.
  std::vector<Timer> DueBefore(int shard, int64_t before, int limit);
  std::optional<Timer> Find(const TimerKey& key);

 private:
  storage::Connection& db_;
};

// Accounts are spread over so many shards, each swept by itself.
constexpr int kShards = 8;

}  // namespace voronka::timers

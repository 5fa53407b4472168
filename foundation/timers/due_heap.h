#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "foundation/timers/timer.h"

namespace voronka::timers {

// The next timers in memory, earliest first: a cache of the table, which may be stale. A timer that was armed again is
// here once for each epoch. Only the table knows which one counts: after the clock was set back, that is not always the
// highest.
class DueHeap {
 public:
  void Put(Timer timer) { timers_.insert(std::move(timer)); }

  std::optional<int64_t> NextDue() const {
    if (timers_.empty()) return std::nullopt;
    return timers_.begin()->due;
  }

  // Removes and returns the timers that are due at `now`.
  std::vector<Timer> TakeDue(int64_t now) {
    std::vector<Timer> due;
    while (!timers_.empty() && timers_.begin()->due <= now) {
      due.push_back(std::move(timers_.extract(timers_.begin()).value()));
    }
    return due;
  }

  size_t size() const { return timers_.size(); }

 private:
  struct Earlier {
    bool operator()(const Timer& left, const Timer& right) const {
      return std::tie(left.due, left.key, left.epoch) < std::tie(right.due, right.key, right.epoch);
    }
  };

  std::set<Timer, Earlier> timers_;
};

}  // namespace voronka::timers

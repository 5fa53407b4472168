#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "foundation/timers/timer.h"

namespace voronka::timers {

// The next timers in memory, earliest first: a cache of the table, which may be stale.
class DueHeap {
 public:
  // A newer epoch of a timer replaces an older one.
  void Put(Timer timer) {
    const auto found = by_key_.find(timer.key);
    if (found != by_key_.end()) {
      if (found->second->second.epoch >= timer.epoch) return;
      Erase(found);
    }
    const TimerKey key = timer.key;
    const int64_t due = timer.due;
    by_key_.emplace(key, by_due_.emplace(due, std::move(timer)));
  }

  std::optional<int64_t> NextDue() const {
    if (by_due_.empty()) return std::nullopt;
    return by_due_.begin()->first;
  }

  // Removes and returns the timers that are due at `now`.
  std::vector<Timer> TakeDue(int64_t now) {
    std::vector<Timer> due;
    while (!by_due_.empty() && by_due_.begin()->first <= now) {
      due.push_back(by_due_.begin()->second);
      Erase(by_key_.find(due.back().key));
    }
    return due;
  }

  size_t size() const { return by_key_.size(); }

 private:
  using ByDue = std::multimap<int64_t, Timer>;
  using ByKey = std::map<TimerKey, ByDue::iterator>;

  void Erase(ByKey::iterator entry) {
    by_due_.erase(entry->second);
    by_key_.erase(entry);
  }

  ByDue by_due_;
  ByKey by_key_;
};

}  // namespace voronka::timers

#pragma once

#include <chrono>

namespace voronka::storage {

// How long a job may wait for its turn, by controlled delay (CoDel). During a burst, jobs may wait for a while. But if
// jobs have been waiting without a break since the burst began, the queue only delays everybody, and each may wait only
// briefly or not at all. This also holds while jobs are still being turned away: a queue that is empty because
// everybody was turned away has not been served.
class Patience {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::seconds kInBurst{2};
  static constexpr std::chrono::seconds kInStandingQueue{1};

  void NobodyWaits(Time now) { burst_began_ = now; }

  bool IsOver(Time waits_since, Time now);

 private:
  Time burst_began_;
  // When a job was last turned away.
  Time last_over_;
};

}  // namespace voronka::storage

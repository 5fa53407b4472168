#pragma once

#include <chrono>

namespace voronka::storage {

// How long a job may wait for its turn, by controlled delay (CoDel): a burst may take its time, but where somebody has
// waited ever since the burst began, the queue only adds to everybody's time, and all wait briefly or not at all. So
// they do while it is still over for some: a queue that is empty because all were sent away is none that has been
// served.
class Patience {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::seconds kInBurst{2};
  static constexpr std::chrono::seconds kInStandingQueue{1};

  void NobodyWaits(Time now) { burst_began_ = now; }

  bool IsOver(Time waits_since, Time now);

 private:
  Time burst_began_;
  // When it was over for somebody.
  Time last_over_;
};

}  // namespace voronka::storage

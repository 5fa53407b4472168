#pragma once

#include <algorithm>
#include <cstdint>

#include "foundation/process/metrics.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// How far a follower has come, in its metrics. They grow only by following: a follower that is stuck, cut off or dead
// shows it by standing still. Not thread-safe.
class FollowReport {
 public:
  explicit FollowReport(process::Metrics& metrics)
      : until_(metrics.Gauge("events_followed_time_seconds",
                             "Everything that was committed by then has been taken, in seconds since 1970.")),
        seen_(metrics.Gauge("events_seen", "Events of all partitions that have been taken, since the log began.")) {}

  // Everything committed by `until` (microseconds since 1970) has been taken, and `seen` events in all.
  void Followed(int64_t until, int64_t seen) {
    newest_ = std::max(newest_, until);
    until_.Set(static_cast<double>(newest_) / kSecond);
    seen_.Set(static_cast<double>(seen));
  }

 private:
  static constexpr double kSecond = 1'000'000;

  prometheus::Gauge& until_;
  prometheus::Gauge& seen_;
  int64_t newest_ = 0;
};

// The latest of the events' times; 0: there are none.
inline int64_t LatestTime(const crm::v1::EventBatch& batch) {
  int64_t latest = 0;
  for (const auto& event : batch.events()) {
    const auto& time = event.create_time();
    latest = std::max(latest, time.seconds() * 1'000'000 + time.nanos() / 1'000);
  }
  return latest;
}

}  // namespace voronka::events

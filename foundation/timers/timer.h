#pragma once

#include <cstdint>
#include <string>
#include <tuple>

namespace voronka::timers {

// Identifies a timer within its account by what it is for.
struct TimerKey {
  int64_t account_id;
  // For example `reminder`.
  std::string kind;
  // The resource, for example a task's id.
  int64_t subject;
  // Tells apart the subject's timers of this kind, for example by a reminder's seconds before the due time.
  int64_t slot = 0;

  auto operator<=>(const TimerKey&) const = default;
};

struct Timer {
  TimerKey key;
  // Microseconds since 1970 UTC, by the database's clock.
  int64_t due;
  // Another each time the timer is armed, claimed or fired, even if it was cancelled in between.
  int64_t epoch = 0;
  // A serialised message: what the handler needs, so that firing requires no lookup.
  std::string payload;
};

}  // namespace voronka::timers

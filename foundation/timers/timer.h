#pragma once

#include <cstdint>
#include <string>
#include <tuple>

namespace voronka::timers {

// What a timer is for: unique in the account.
struct TimerKey {
  int64_t account_id;
  // As `reminder`.
  std::string kind;
  // The resource, as a task's id.
  int64_t subject;
  // Which of the subject's timers of this kind, as a reminder's seconds before the due time.
  int64_t slot = 0;

  auto operator<=>(const TimerKey&) const = default;
};

struct Timer {
  TimerKey key;
  // Microseconds since 1970 UTC, by the database's clock.
  int64_t due;
  // Grows each time the timer is armed, claimed or fired, even if it was cancelled in between.
  int64_t epoch = 0;
  // What the handler needs, so that firing asks nobody: a serialised message.
  std::string payload;
};

}  // namespace voronka::timers

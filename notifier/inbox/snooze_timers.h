#pragma once

#include "foundation/timers/timers.h"

namespace voronka::notifier {

// One timer for each snoozed notification: it makes it unread again.
class SnoozeTimers {
 public:
  explicit SnoozeTimers(timers::Timers& timers);

  // For a notification of the caller's. Replaces the timer that it has.
  void Set(rpc::Session& session, int64_t notification_id, int64_t until);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::notifier

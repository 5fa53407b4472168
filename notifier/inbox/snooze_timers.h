#pragma once

#include "foundation/timers/timers.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// Notifications that come again later.
class Snoozes {
 public:
  explicit Snoozes(timers::Timers& timers);

  // The caller's own. Throws FAILED_PRECONDITION (MOMENT_PASSED).
  v1::Notification Snooze(rpc::Session& session, const v1::SnoozeNotificationRequest& request);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::notifier

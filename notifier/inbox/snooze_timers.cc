#include "notifier/inbox/snooze_timers.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "foundation/rpc/error.h"
#include "notifier/inbox/inbox.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Code;
using timers::Timer;

constexpr const char* kKind = "snooze";
constexpr int64_t kLongest = std::chrono::microseconds(std::chrono::hours(30 * 24)).count();

void CheckMoment(int64_t until, int64_t now) {
  if (until <= now) {
    throw rpc::Error(Code::kFailedPrecondition,
                     {"MOMENT_PASSED", "snooze_time", {"The moment has passed.", "Этот момент уже прошёл."}});
  }
  if (until > now + kLongest) {
    throw rpc::Error(Code::kInvalidArgument,
                     {"OUT_OF_RANGE", "snooze_time", {"At most 30 days ahead.", "Не дальше, чем на 30 дней вперёд."}});
  }
}

// Whose notification it is stands in the slot.
timers::TimerKey KeyOf(const rpc::Session& session, int64_t notification_id) {
  return {session.account_id(), kKind, notification_id, session.caller.user_id};
}

void ShowAgain(rpc::Session& session, const Timer& timer) {
  Inbox(session, timer.key.slot).ShowAgain(timer.key.subject, timer.due);
  timers::TimerTable(session.db).Cancel(timer.key);
}

}  // namespace

Snoozes::Snoozes(timers::Timers& timers) : timers_(timers) { timers_.OnDue(kKind, ShowAgain); }

v1::Notification Snoozes::Snooze(rpc::Session& session, const v1::SnoozeNotificationRequest& request) {
  const int64_t until = TimeUtil::TimestampToMicroseconds(request.snooze_time());
  CheckMoment(until, session.Now());
  auto notification = Inbox(session, session.caller.user_id).Snooze(request.notification_id(), until);
  timers_.Arm(session, {.key = KeyOf(session, request.notification_id()), .due = until, .payload = ""});
  return notification;
}

}  // namespace voronka::notifier

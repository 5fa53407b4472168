#include "notifier/inbox/inbox_steps.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "foundation/rpc/requests/error.h"
#include "notifier/devices/devices.h"
#include "notifier/inbox/inbox.h"
#include "notifier/inbox/inbox_owner.h"

namespace voronka::notifier {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Notification;

namespace {

constexpr int64_t kLongestSnooze = std::chrono::microseconds(std::chrono::hours(30 * 24)).count();

Inbox CallersInbox(Session& session) { return Inbox(session, session.caller.user_id); }

// For an answer: the device that it comes from works.
Inbox AnsweredInbox(Session& session) {
  Devices(session.db, session.account_id()).Seen(session.caller.session_id, session.Now());
  return CallersInbox(session);
}

void CheckSnoozeTime(int64_t until, int64_t now) {
  if (until <= now) {
    throw rpc::Error(rpc::Code::kFailedPrecondition,
                     {"MOMENT_PASSED", "snooze_time", {"The moment has passed.", "Этот момент уже прошёл."}});
  }
  if (until > now + kLongestSnooze) {
    throw rpc::Error(rpc::Code::kInvalidArgument,
                     {"OUT_OF_RANGE", "snooze_time", {"At most 30 days ahead.", "Не дальше, чем на 30 дней вперёд."}});
  }
}

int64_t SnoozedUntil(const v1::SnoozeNotificationRequest& request, int64_t now) {
  if (request.has_duration()) return now + TimeUtil::DurationToMicroseconds(request.duration());
  if (!request.has_snooze_time()) {
    throw rpc::Error(rpc::Code::kInvalidArgument,
                     {"REQUIRED", "snooze_time", {"A value is required.", "Нужно значение."}});
  }
  const int64_t until = TimeUtil::TimestampToMicroseconds(request.snooze_time());
  CheckSnoozeTime(until, now);
  return until;
}

}  // namespace

v1::ListNotificationsResponse ListNotifications(Session& session, const v1::ListNotificationsRequest& request) {
  return Inbox(session, OwnerOfInbox(session, request.user_id())).List(request);
}

Notification AcknowledgeNotification(Session& session, const v1::AcknowledgeNotificationRequest& request) {
  return AnsweredInbox(session).Acknowledge(request.notification_id());
}

Notification SnoozeNotification(Session& session, const v1::SnoozeNotificationRequest& request, SnoozeTimers& timers) {
  const int64_t until = SnoozedUntil(request, session.Now());
  auto notification = AnsweredInbox(session).Snooze(request.notification_id(), until);
  if (notification.state() == Notification::STATE_SNOOZED) timers.Set(session, notification.id(), until);
  return notification;
}

}  // namespace voronka::notifier

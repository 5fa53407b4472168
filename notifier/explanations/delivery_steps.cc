#include "notifier/explanations/delivery_steps.h"

#include <optional>
#include <utility>
#include <vector>

#include "foundation/calendar/day.h"
#include "foundation/rpc/requests/error.h"
#include "notifier/deliveries/deliveries.h"
#include "notifier/devices/devices.h"
#include "notifier/explanations/delivery_story.h"
#include "notifier/inbox/inbox.h"
#include "notifier/inbox/inbox_owner.h"
#include "notifier/push/pushes.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {

using rpc::Session;

namespace {

// What DeviceService.TestDevice pushed, which is in no inbox.
std::optional<v1::Notification> TestIn(const std::vector<v1::PushIntent>& pushes) {
  if (pushes.empty() || pushes.front().message().kind() != v1::Notification::KIND_TEST) return std::nullopt;
  const auto& push = pushes.front();
  v1::Notification test;
  test.set_id(push.notification_id());
  test.set_kind(push.message().kind());
  test.set_occurrence(push.occurrence());
  test.set_text(push.message().text());
  *test.mutable_create_time() = push.create_time();
  return test;
}

DeliveryFacts FactsOf(Session& session, int64_t user_id, int64_t notification_id) {
  Inbox inbox(session, user_id);
  const int64_t account = session.account_id();
  auto pushes = Pushes(session.db).RingsOf(account, user_id, notification_id);
  auto notification = inbox.Find(notification_id);
  const bool in_inbox = notification.has_value();
  if (!in_inbox) notification = TestIn(pushes);
  if (!notification) throw rpc::NotFound("notification", notification_id);
  return {.notification = *std::move(notification),
          .in_inbox = in_inbox,
          .to_be_pushed = inbox.WasToBePushed(notification_id),
          .records = Deliveries(session.db).Of(account, user_id, notification_id),
          .pushes = std::move(pushes)};
}

std::optional<v1::Notification> FindOwn(Session& session, int64_t notification_id) {
  const int64_t user_id = session.caller.user_id;
  auto notification = Inbox(session, user_id).Find(notification_id);
  return notification ? notification
                      : TestIn(Pushes(session.db).RingsOf(session.account_id(), user_id, notification_id));
}

// Of those that the caller has.
std::vector<v1::DeliveryRecord> RecordsOf(Session& session, const v1::ReportShownRequest& request) {
  std::vector<v1::DeliveryRecord> records;
  for (const auto& shown : request.notifications()) {
    auto notification = FindOwn(session, shown.notification_id());
    if (!notification || notification->occurrence() < shown.occurrence()) continue;
    if (shown.occurrence() != 0) notification->set_occurrence(shown.occurrence());
    records.push_back(
        RecordOf(v1::DeliveryStep::KIND_SHOWN, session.caller, session.caller.user_id, *notification, session.Now()));
  }
  return records;
}

}  // namespace

v1::ExplainDeliveryResponse ExplainDelivery(Session& session, const v1::ExplainDeliveryRequest& request) {
  const int64_t owner = OwnerOfInbox(session, request.user_id());
  const auto facts = FactsOf(session, owner, request.notification_id());
  const auto reader = Recipients(session.db, session.account_id()).Get(session.caller.user_id);
  v1::ExplainDeliveryResponse response;
  *response.mutable_notification() = facts.notification;
  for (auto& step : StoryOf(facts, {.locale = session.caller.locale,
                                   .zone = calendar::ZoneNamed(reader.time_zone()),
                                   .now = session.Now(),
                                   .role = session.caller.role})) {
    *response.add_steps() = std::move(step);
  }
  return response;
}

google::protobuf::Empty ReportShown(Session& session, const v1::ReportShownRequest& request) {
  const auto records = RecordsOf(session, request);
  if (records.empty()) throw rpc::NotFound("notification", request.notifications(0).notification_id());
  Deliveries(session.db).Note(records);
  Devices(session.db, session.account_id()).Seen(session.caller.session_id, session.Now());
  return {};
}

}  // namespace voronka::notifier

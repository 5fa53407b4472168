#include "notifier/explanations/delivery_steps.h"

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

DeliveryFacts FactsOf(Session& session, int64_t user_id, int64_t notification_id) {
  Inbox inbox(session, user_id);
  auto notification = inbox.Find(notification_id);
  if (!notification) throw rpc::NotFound("notification", notification_id);
  const int64_t account = session.account_id();
  return {.notification = *std::move(notification),
          .to_be_pushed = inbox.WasToBePushed(notification_id),
          .records = Deliveries(session.db).Of(account, user_id, notification_id),
          .pushes = Pushes(session.db).RingsOf(account, user_id, notification_id)};
}

// Of those that the caller has.
std::vector<v1::DeliveryRecord> RecordsOf(Session& session, const v1::ReportShownRequest& request) {
  const int64_t user_id = session.caller.user_id;
  std::vector<v1::DeliveryRecord> records;
  for (const auto& shown : request.notifications()) {
    auto notification = Inbox(session, user_id).Find(shown.notification_id());
    if (!notification || notification->occurrence() < shown.occurrence()) continue;
    if (shown.occurrence() != 0) notification->set_occurrence(shown.occurrence());
    records.push_back(RecordOf(v1::DeliveryStep::KIND_SHOWN, session.caller, user_id, *notification, session.Now()));
  }
  return records;
}

}  // namespace

v1::ExplainDeliveryResponse ExplainDelivery(Session& session, const v1::ExplainDeliveryRequest& request) {
  const int64_t owner = OwnerOfInbox(session, request.user_id());
  const auto facts = FactsOf(session, owner, request.notification_id());
  const auto reader = Recipients(session.db, session.account_id()).Get(owner);
  v1::ExplainDeliveryResponse response;
  *response.mutable_notification() = facts.notification;
  for (auto& step : StoryOf(
           facts,
           {.locale = session.caller.locale, .zone = calendar::ZoneNamed(reader.time_zone()), .now = session.Now()})) {
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

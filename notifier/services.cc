#include "notifier/services.h"

#include <memory>

#include "foundation/events/stream_cursor.h"
#include "notifier/inbox/inbox_steps.h"
#include "notifier/streams/subscription.h"

namespace voronka::notifier {

rpc::Services NotifierServices(rpc::FeedHost& host, const events::Tail& tail, SnoozeTimers& snooze_timers) {
  const auto subscribe = [&](const rpc::Caller& caller, const v1::SubscribeRequest& request) {
    return std::unique_ptr<rpc::FeedSource<v1::SubscribeResponse>>(
        new Subscription(tail, caller, events::DecodeCursor(request.cursor())));
  };
  const auto snooze = [&](rpc::Session& session, const v1::SnoozeNotificationRequest& request) {
    return SnoozeNotification(session, request, snooze_timers);
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.notifier.v1.InboxService",
                                      {subscribe, ListNotifications, AcknowledgeNotification, snooze}));
  return services;
}

}  // namespace voronka::notifier

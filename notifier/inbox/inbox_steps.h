#pragma once

#include "foundation/rpc/calls/session.h"
#include "notifier/inbox/snooze_timers.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// Those who lead sales may list another user's inbox.
v1::ListNotificationsResponse ListNotifications(rpc::Session& session, const v1::ListNotificationsRequest& request);

// Both: in the caller's own inbox.
v1::Notification AcknowledgeNotification(rpc::Session& session, const v1::AcknowledgeNotificationRequest& request);
v1::Notification SnoozeNotification(rpc::Session& session, const v1::SnoozeNotificationRequest& request,
                                    SnoozeTimers& timers);

}  // namespace voronka::notifier

#include "notifier/inbox/inbox_steps.h"

#include "foundation/events/stream_cursor.h"
#include "notifier/inbox/inbox.h"
#include "notifier/streams/subscription.h"

namespace voronka::notifier {
namespace {

Inbox CallersInbox(rpc::Session& session) { return Inbox(session, session.caller.user_id); }

}  // namespace

grpc::ServerWriteReactor<v1::SubscribeResponse>* InboxService::Subscribe(grpc::CallbackServerContext* context,
                                                                         const v1::SubscribeRequest* request) {
  return rpc::Feed<v1::SubscribeResponse>::Open(feeds_, context, *request, [&](const rpc::Caller& caller) {
    return std::make_unique<Subscription>(tail_, caller, events::DecodeCursor(request->cursor()));
  });
}

grpc::ServerUnaryReactor* InboxService::ListNotifications(grpc::CallbackServerContext* context,
                                                          const v1::ListNotificationsRequest* request,
                                                          v1::ListNotificationsResponse* response) {
  return rpc_.Run(context, request, response,
                  [=](rpc::Session& session) { *response = CallersInbox(session).List(*request); });
}

grpc::ServerUnaryReactor* InboxService::AcknowledgeNotification(grpc::CallbackServerContext* context,
                                                                const v1::AcknowledgeNotificationRequest* request,
                                                                v1::Notification* response) {
  return rpc_.Run(context, request, response, [=](rpc::Session& session) {
    *response = CallersInbox(session).Acknowledge(request->notification_id());
  });
}

grpc::ServerUnaryReactor* InboxService::SnoozeNotification(grpc::CallbackServerContext* context,
                                                           const v1::SnoozeNotificationRequest* request,
                                                           v1::Notification* response) {
  return rpc_.Run(context, request, response,
                  [=, this](rpc::Session& session) { *response = snoozes_.Snooze(session, *request); });
}

}  // namespace voronka::notifier

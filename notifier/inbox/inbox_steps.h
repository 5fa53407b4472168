#pragma once

#include "foundation/events/tail.h"
#include "foundation/rpc/feed.h"
#include "foundation/rpc/rpc.h"
#include "notifier/inbox/snooze_timers.h"
#include "voronka/notifier/v1/notification.grpc.pb.h"

namespace voronka::notifier {

class InboxService final : public v1::InboxService::CallbackService {
 public:
  InboxService(rpc::Rpc& rpc, rpc::FeedHost& feeds, const events::Tail& tail, Snoozes& snoozes)
      : rpc_(rpc), feeds_(feeds), tail_(tail), snoozes_(snoozes) {}

  grpc::ServerWriteReactor<v1::SubscribeResponse>* Subscribe(grpc::CallbackServerContext* context,
                                                             const v1::SubscribeRequest* request) override;
  grpc::ServerUnaryReactor* ListNotifications(grpc::CallbackServerContext* context,
                                              const v1::ListNotificationsRequest* request,
                                              v1::ListNotificationsResponse* response) override;
  grpc::ServerUnaryReactor* AcknowledgeNotification(grpc::CallbackServerContext* context,
                                                    const v1::AcknowledgeNotificationRequest* request,
                                                    v1::Notification* response) override;
  grpc::ServerUnaryReactor* SnoozeNotification(grpc::CallbackServerContext* context,
                                               const v1::SnoozeNotificationRequest* request,
                                               v1::Notification* response) override;

 private:
  rpc::Rpc& rpc_;
  rpc::FeedHost& feeds_;
  const events::Tail& tail_;
  Snoozes& snoozes_;
};

}  // namespace voronka::notifier

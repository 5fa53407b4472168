#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cursor_file.h"
#include "session.h"
#include "voronka/notifier/v1/delivery.grpc.pb.h"
#include "voronka/notifier/v1/notification.grpc.pb.h"

// Shows the user's notifications as they come, each once, and closes what was answered elsewhere.
class Inbox {
 public:
  Inbox(const std::shared_ptr<grpc::Channel>& notifier, Session& session, CursorFile cursor_file);

  // Until Stop, or until the session has ended.
  void Follow();
  // From another thread.
  void Stop();

  // What is shown now.
  std::optional<voronka::notifier::v1::Notification> Shown(int64_t id);

 private:
  grpc::Status ReadStream();
  grpc::Status Take(const voronka::notifier::v1::SubscribeResponse& response);
  grpc::Status ShowUnread();
  void Apply(const voronka::notifier::v1::Notification& notification);
  void Show(const voronka::notifier::v1::Notification& notification);
  void ReportShown(const voronka::notifier::v1::Notification& notification);
  bool MayContinue(const grpc::Status& ended);
  void Pause();
  std::shared_ptr<grpc::ClientContext> NewStream();

  const std::unique_ptr<voronka::notifier::v1::InboxService::Stub> service_;
  const std::unique_ptr<voronka::notifier::v1::DeliveryService::Stub> delivery_;
  Session& session_;
  const CursorFile cursor_file_;
  std::string cursor_;
  // How often the stream has ended since it last brought something.
  int failures_ = 0;

  std::mutex mutex_;
  bool stopped_ = false;
  std::shared_ptr<grpc::ClientContext> stream_;
  std::map<int64_t, voronka::notifier::v1::Notification> shown_;
};

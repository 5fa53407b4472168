#pragma once

#include <grpcpp/channel.h>

#include <chrono>
#include <memory>
#include <string>

#include "session.h"
#include "voronka/crm/v1/deal_offer.grpc.pb.h"
#include "voronka/crm/v1/task.grpc.pb.h"
#include "voronka/notifier/v1/notification.grpc.pb.h"

// What a user answers to a notification. Once it is answered, it closes on all of the user's devices by itself.
class Answers {
 public:
  Answers(const std::shared_ptr<grpc::Channel>& crm, const std::shared_ptr<grpc::Channel>& notifier, Session& session);

  // «Взять»: the deal on offer becomes the user's.
  grpc::Status Take(const voronka::notifier::v1::Notification& offer);
  // «Выполнить»: the task is done, with this result.
  grpc::Status Complete(const voronka::notifier::v1::Notification& reminder, const std::string& result);
  // «Через 15 минут».
  grpc::Status Snooze(const voronka::notifier::v1::Notification& notification, std::chrono::seconds pause);
  // «Скрыть».
  grpc::Status Hide(const voronka::notifier::v1::Notification& notification);

 private:
  const std::unique_ptr<voronka::crm::v1::DealOfferService::Stub> offers_;
  const std::unique_ptr<voronka::crm::v1::TaskService::Stub> tasks_;
  const std::unique_ptr<voronka::notifier::v1::InboxService::Stub> inbox_;
  Session& session_;
};

#include "answers.h"

#include "request_id.h"

using voronka::crm::v1::CompleteTaskRequest;
using voronka::crm::v1::CompleteTaskResponse;
using voronka::crm::v1::Deal;
using voronka::crm::v1::DealOfferService;
using voronka::crm::v1::TakeOfferRequest;
using voronka::crm::v1::TaskService;
using voronka::notifier::v1::AcknowledgeNotificationRequest;
using voronka::notifier::v1::InboxService;
using voronka::notifier::v1::Notification;
using voronka::notifier::v1::SnoozeNotificationRequest;

Answers::Answers(const std::shared_ptr<grpc::Channel>& crm, const std::shared_ptr<grpc::Channel>& notifier,
                 Session& session)
    : offers_(DealOfferService::NewStub(crm)),
      tasks_(TaskService::NewStub(crm)),
      inbox_(InboxService::NewStub(notifier)),
      session_(session) {}

grpc::Status Answers::Take(const Notification& offer) {
  TakeOfferRequest request;
  request.set_request_id(NewRequestId());
  request.set_deal_id(offer.deal_id());
  Deal deal;
  return Call(session_, *offers_, &DealOfferService::Stub::TakeOffer, request, deal);
}

grpc::Status Answers::Complete(const Notification& reminder, const std::string& result) {
  CompleteTaskRequest request;
  request.set_request_id(NewRequestId());
  request.set_task_id(reminder.task_id());
  request.set_result(result);
  CompleteTaskResponse completed;
  return Call(session_, *tasks_, &TaskService::Stub::CompleteTask, request, completed);
}

grpc::Status Answers::Snooze(const Notification& notification, std::chrono::seconds pause) {
  SnoozeNotificationRequest request;
  request.set_request_id(NewRequestId());
  request.set_notification_id(notification.id());
  request.mutable_duration()->set_seconds(pause.count());
  Notification snoozed;
  return Call(session_, *inbox_, &InboxService::Stub::SnoozeNotification, request, snoozed);
}

grpc::Status Answers::Hide(const Notification& notification) {
  AcknowledgeNotificationRequest request;
  request.set_request_id(NewRequestId());
  request.set_notification_id(notification.id());
  Notification hidden;
  return Call(session_, *inbox_, &InboxService::Stub::AcknowledgeNotification, request, hidden);
}

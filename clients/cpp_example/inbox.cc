#include "inbox.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>
#include <thread>

#include "refusal.h"
#include "request_id.h"

using namespace std::chrono_literals;
using voronka::notifier::v1::DeliveryService;
using voronka::notifier::v1::InboxService;
using voronka::notifier::v1::ListNotificationsRequest;
using voronka::notifier::v1::ListNotificationsResponse;
using voronka::notifier::v1::Notification;
using voronka::notifier::v1::ReportShownRequest;
using voronka::notifier::v1::SubscribeRequest;
using voronka::notifier::v1::SubscribeResponse;

namespace {

constexpr std::chrono::milliseconds kFirstPause = 200ms;
constexpr std::chrono::milliseconds kLongestPause = 10s;
constexpr int kMostDoublings = 6;

// With jitter, so that clients who lost the same server do not come back at the same moment.
std::chrono::milliseconds PauseAfter(int failures) {
  const auto pause = std::min(kLongestPause, kFirstPause * (1 << std::min(failures, kMostDoublings)));
  std::random_device random;
  return std::chrono::milliseconds(std::uniform_int_distribution<int64_t>(pause.count() / 2, pause.count())(random));
}

}  // namespace

Inbox::Inbox(const std::shared_ptr<grpc::Channel>& notifier, Session& session, CursorFile cursor_file)
    : service_(InboxService::NewStub(notifier)),
      delivery_(DeliveryService::NewStub(notifier)),
      session_(session),
      cursor_file_(std::move(cursor_file)),
      cursor_(cursor_file_.Read()) {}

void Inbox::Follow() {
  while (MayContinue(ReadStream())) Pause();
}

void Inbox::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (stream_) stream_->TryCancel();
}

std::optional<Notification> Inbox::Shown(int64_t id) {
  const std::lock_guard lock(mutex_);
  const auto found = shown_.find(id);
  return found == shown_.end() ? std::nullopt : std::optional(found->second);
}

grpc::Status Inbox::ReadStream() {
  const auto context = NewStream();
  SubscribeRequest request;
  request.set_cursor(cursor_);
  const auto stream = service_->Subscribe(context.get(), request);
  SubscribeResponse response;
  while (stream->Read(&response)) {
    if (const auto status = Take(response); !status.ok()) return status;
    failures_ = 0;
  }
  return stream->Finish();
}

std::shared_ptr<grpc::ClientContext> Inbox::NewStream() {
  auto context = std::make_shared<grpc::ClientContext>();
  session_.Authorize(*context);
  const std::lock_guard lock(mutex_);
  stream_ = context;
  if (stopped_) context->TryCancel();
  return context;
}

// Without a cursor, a stream brings only what is new from now on; after RESYNC, something may be missed. What is unread
// is then listed while the stream is open, so nothing falls between the two.
grpc::Status Inbox::Take(const SubscribeResponse& response) {
  if (cursor_.empty() || response.has_resync()) {
    if (const auto status = ShowUnread(); !status.ok()) return status;
  }
  if (response.has_notification()) Apply(response.notification());
  cursor_ = response.cursor();
  // After the notification is shown: whatever happens, it is not missed.
  cursor_file_.Write(cursor_);
  return grpc::Status::OK;
}

grpc::Status Inbox::ShowUnread() {
  ListNotificationsRequest request;
  request.set_state(Notification::STATE_UNREAD);
  do {
    ListNotificationsResponse page;
    const auto status = Call(session_, *service_, &InboxService::Stub::ListNotifications, request, page);
    if (!status.ok()) return status;
    for (const auto& notification : page.notifications()) Apply(notification);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return grpc::Status::OK;
}

void Inbox::Apply(const Notification& notification) {
  const auto shown = Shown(notification.id());
  if (notification.state() == Notification::STATE_UNREAD) {
    if (!shown || shown->occurrence() < notification.occurrence()) Show(notification);
  } else if (shown) {
    std::cout << "close #" << notification.id() << std::endl;
    const std::lock_guard lock(mutex_);
    shown_.erase(notification.id());
  }
}

void Inbox::Show(const Notification& notification) {
  {
    const std::lock_guard lock(mutex_);
    shown_[notification.id()] = notification;
  }
  std::cout << "show #" << notification.id() << (notification.occurrence() > 1 ? " again: " : ": ")
            << notification.text() << std::endl;
  ReportShown(notification);
}

// «Почему не пришло уведомление?» then says that it was shown here. Without an answer nothing is lost but that.
void Inbox::ReportShown(const Notification& notification) {
  ReportShownRequest request;
  request.set_request_id(NewRequestId());
  auto& shown = *request.add_notifications();
  shown.set_notification_id(notification.id());
  shown.set_occurrence(notification.occurrence());
  grpc::ClientContext context;
  session_.Authorize(context);
  context.set_deadline(std::chrono::system_clock::now() + 2s);
  google::protobuf::Empty done;
  delivery_->ReportShown(&context, request, &done);
}

bool Inbox::MayContinue(const grpc::Status& ended) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_) return false;
  }
  std::cout << "the stream has ended: " << RefusalText(ended) << std::endl;
  switch (ended.error_code()) {
    case grpc::StatusCode::UNAUTHENTICATED:
      return session_.Renew().error_code() != grpc::StatusCode::UNAUTHENTICATED;
    case grpc::StatusCode::INVALID_ARGUMENT:
    case grpc::StatusCode::PERMISSION_DENIED:
    case grpc::StatusCode::UNIMPLEMENTED:
      return false;
    default:
      return true;
  }
}

void Inbox::Pause() { std::this_thread::sleep_for(PauseAfter(failures_++)); }

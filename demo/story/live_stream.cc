#include "demo/story/live_stream.h"

#include <chrono>
#include <utility>

namespace voronka::demo {
namespace {

using namespace std::chrono_literals;

// How long destroying this object may have to wait for its thread.
constexpr auto kStopPollInterval = 100ms;
constexpr auto kReconnectDelay = 50ms;

}  // namespace

LiveStream::LiveStream(client::Client& client, int64_t user_id, Arrivals& arrivals)
    : client_(client),
      user_id_(user_id),
      arrivals_(arrivals),
      thread_([this](const std::stop_token& stop) { Follow(stop); }) {}

std::optional<std::string> LiveStream::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

void LiveStream::Follow(const std::stop_token& stop) {
  while (!stop.stop_requested() && !failure()) {
    try {
      Read(stop);
    } catch (const client::CallFailed& broken) {
      if (broken.code() != grpc::StatusCode::UNAVAILABLE) return Fail(broken.what());
    }
    following_ = false;
    std::this_thread::sleep_for(kReconnectDelay);
  }
}

void LiveStream::Read(const std::stop_token& stop) {
  notifier::v1::SubscribeRequest request;
  request.set_cursor(cursor_);
  auto stream = client_.Open<notifier::v1::SubscribeResponse>(request);
  while (!stop.stop_requested() && !stream.ended()) {
    if (const auto answer = stream.NextWithin(kStopPollInterval)) Take(*answer);
  }
}

void LiveStream::Take(const notifier::v1::SubscribeResponse& answer) {
  const Moment now = Now();
  const auto& told = answer.notification();
  if (told.state() == notifier::v1::Notification::STATE_UNREAD) arrivals_.Add({user_id_, told, now});
  if (answer.has_resync()) Fail("RESYNC");
  if (!following_.exchange(true) && !cursor_.empty()) ++resumptions_;
  cursor_ = answer.cursor();
}

void LiveStream::Fail(std::string why) {
  const std::lock_guard lock(mutex_);
  failure_ = std::move(why);
}

}  // namespace voronka::demo

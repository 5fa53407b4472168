#include "tests/system/live_inbox.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using notifier::v1::SubscribeResponse;

// How long the destructor may wait for the thread.
constexpr auto kLookForStop = 100ms;
constexpr auto kBetweenStreams = 50ms;
constexpr auto kFirstAnswer = 30s;

template <class T>
bool Fits(T wanted, T seen) {
  return wanted == T{} || wanted == seen;
}

bool Matches(const Wanted& wanted, const Arrival& arrival) {
  const auto& seen = arrival.notification;
  return Fits(wanted.kind, seen.kind()) && Fits(wanted.deal_id, seen.deal_id()) && Fits(wanted.task_id, seen.task_id());
}

}  // namespace

LiveInbox::LiveInbox(std::vector<client::Client*> replicas)
    : replicas_(std::move(replicas)), thread_([this](const std::stop_token& stop) { Follow(stop); }) {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, kFirstAnswer, [this] { return !cursor_.empty(); })) {
    throw std::runtime_error("the stream of notifications was not answered");
  }
}

LiveInbox::~LiveInbox() = default;

std::optional<Arrival> LiveInbox::Await(const Wanted& wanted, std::chrono::milliseconds patience) const {
  const auto fits = [&](const Arrival& arrival) { return Matches(wanted, arrival); };
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return std::ranges::any_of(arrivals_, fits); });
  const auto found = std::ranges::find_if(arrivals_, fits);
  return found == arrivals_.end() ? std::nullopt : std::optional(*found);
}

std::vector<Arrival> LiveInbox::Arrived(const Wanted& wanted) const {
  const std::lock_guard lock(mutex_);
  std::vector<Arrival> found;
  std::ranges::copy_if(arrivals_, std::back_inserter(found), [&](const auto& a) { return Matches(wanted, a); });
  return found;
}

std::vector<LiveInbox::End> LiveInbox::ends() const {
  const std::lock_guard lock(mutex_);
  return ends_;
}

std::optional<LiveInbox::End> LiveInbox::AwaitEnd(std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [this] { return !ends_.empty(); });
  return ends_.empty() ? std::nullopt : std::optional(ends_.front());
}

void LiveInbox::Follow(const std::stop_token& stop) {
  for (size_t turn = 0; !stop.stop_requested(); ++turn) {
    if (const auto code = Read(*replicas_[turn % replicas_.size()], stop)) {
      NoteEnd(*code);
      if (*code != grpc::StatusCode::UNAVAILABLE) return;
    }
    std::this_thread::sleep_for(kBetweenStreams);
  }
}

std::optional<grpc::StatusCode> LiveInbox::Read(client::Client& client, const std::stop_token& stop) try {
  notifier::v1::SubscribeRequest request;
  request.set_cursor(cursor_);
  auto stream = client.Open<SubscribeResponse>(request);
  while (!stop.stop_requested()) {
    if (const auto answer = stream.NextWithin(kLookForStop)) {
      Take(*answer);
    } else if (stream.ended()) {
      return grpc::StatusCode::OK;
    }
  }
  return std::nullopt;
} catch (const client::CallFailed& failure) {
  return failure.code();
}

void LiveInbox::Take(const SubscribeResponse& answer) {
  const std::lock_guard lock(mutex_);
  const auto& told = answer.notification();
  if (told.state() == notifier::v1::Notification::STATE_UNREAD) arrivals_.push_back({told, Now()});
  cursor_ = answer.cursor();
  changed_.notify_all();
}

void LiveInbox::NoteEnd(grpc::StatusCode code) {
  const std::lock_guard lock(mutex_);
  ends_.push_back({code, Now()});
  changed_.notify_all();
}

}  // namespace voronka::testing

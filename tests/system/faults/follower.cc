#include "tests/system/faults/follower.h"

#include <chrono>
#include <utility>

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// How long the destructor may wait for the thread.
constexpr auto kLookForStop = 100ms;
constexpr auto kBetweenStreams = 50ms;
// A follower cancels its stream after at most this many answers.
constexpr int kLongestStream = 1'000;

}  // namespace

Follower::Follower(StreamRecord about, std::unique_ptr<StreamKind> kind, std::vector<client::Client*> replicas,
                   uint64_t seed)
    : kind_(std::move(kind)),
      replicas_(std::move(replicas)),
      dice_(seed),
      record_(std::move(about)),
      thread_([this](const std::stop_token& stop) { Follow(stop); }) {}

Follower::~Follower() = default;

StreamRecord Follower::record() const {
  const std::lock_guard lock(mutex_);
  return record_;
}

Cursors Follower::position() const {
  const std::lock_guard lock(mutex_);
  return position_;
}

void Follower::Follow(const std::stop_token& stop) {
  for (size_t turn = 0; !stop.stop_requested(); ++turn) {
    try {
      FollowOne(*replicas_[turn % replicas_.size()], 1 + dice_.Throw(kLongestStream), stop);
    } catch (const client::CallFailed&) {
      // However it ended, the next one continues.
    }
    std::this_thread::sleep_for(kBetweenStreams);
  }
}

void Follower::FollowOne(client::Client& client, int answers, const std::stop_token& stop) {
  Begin();
  const auto stream = kind_->Open(client, position_);
  while (answers > 0 && !stop.stop_requested()) {
    if (const auto answer = stream->Next(std::chrono::steady_clock::now() + kLookForStop)) {
      Note(*answer);
      --answers;
    } else if (stream->ended()) {
      return;
    }
  }
}

void Follower::Begin() {
  const std::lock_guard lock(mutex_);
  const bool again = !record_.sessions.empty() && !record_.sessions.back().from.empty() && dice_.Once(4);
  if (again) position_ = record_.sessions.back().from;
  record_.sessions.push_back({.from = position_});
}

void Follower::Note(const google::protobuf::Message& answer) {
  auto deliveries = kind_->Read(answer, Now());
  const std::lock_guard lock(mutex_);
  for (auto& delivery : deliveries) {
    for (const auto& [partition, offset] : delivery.cursors) position_[partition] = offset;
    record_.sessions.back().deliveries.push_back(std::move(delivery));
  }
}

}  // namespace voronka::testing

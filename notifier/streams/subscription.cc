#include "notifier/streams/subscription.h"

#include <stdexcept>
#include <utility>

#include "notifier/streams/cursor.h"

namespace voronka::notifier {
namespace {

using v1::SubscribeResponse;

constexpr int kReadAtOnce = 100;

}  // namespace

Subscription::Subscription(const events::Tail& tail, const rpc::Caller& caller,
                           std::optional<v1::StreamPosition> resume)
    : tail_(tail),
      account_id_(caller.account_id),
      user_id_(caller.user_id),
      partition_(rpc::PartitionOf(caller.account_id)),
      resume_(std::move(resume)),
      history_(tail.History()) {}

std::vector<SubscribeResponse> Subscription::Read(storage::Connection& db) {
  return std::exchange(begun_, true) ? Follow(db) : Begin(db);
}

SubscribeResponse Subscription::Bookmark() {
  auto response = At(offset_);
  response.mutable_bookmark();
  return response;
}

std::vector<SubscribeResponse> Subscription::Begin(storage::Connection& db) {
  if (resume_ && LogReachesFrom(*resume_, db)) {
    offset_ = resume_->offset();
    return Follow(db);
  }
  offset_ = tail_.DurableHead(partition_);
  auto first = Bookmark();
  if (resume_) first.mutable_resync();
  return {std::move(first)};
}

std::vector<SubscribeResponse> Subscription::Follow(storage::Connection& db) {
  const int64_t head = tail_.DurableHead(partition_);
  if (head <= offset_) return {};
  const auto entries = events::Log::ReadTopic(db, account_id_, user_id_, offset_, head, kReadAtOnce);
  offset_ = entries.size() < kReadAtOnce ? head : entries.back().offset;
  std::vector<SubscribeResponse> responses;
  for (const auto& entry : entries) {
    auto& response = responses.emplace_back(At(entry.offset));
    if (!response.mutable_notification()->ParseFromString(entry.payload)) {
      throw std::runtime_error("a notification is stored damaged");
    }
  }
  return responses;
}

bool Subscription::LogReachesFrom(const v1::StreamPosition& position, storage::Connection& db) const {
  if (position.history() != history_ || position.offset() + 1 < tail_.FirstOffset(partition_)) return false;
  if (position.offset() <= tail_.DurableHead(partition_)) return true;
  // Another replica may have been ahead of this one when it gave the cursor.
  return position.offset() <= events::Log::Extents(db).at(partition_).head;
}

SubscribeResponse Subscription::At(int64_t offset) const {
  v1::StreamPosition position;
  position.set_history(history_);
  position.set_offset(offset);
  SubscribeResponse response;
  response.set_cursor(EncodeCursor(position));
  return response;
}

}  // namespace voronka::notifier

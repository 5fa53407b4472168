#pragma once

#include <optional>

#include "foundation/events/tail.h"
#include "foundation/rpc/caller.h"
#include "foundation/rpc/feed.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/stream_position.pb.h"

namespace voronka::notifier {

// What one stream of a user gives: the user's part of the log, from a position on.
class Subscription final : public rpc::FeedSource<v1::SubscribeResponse> {
 public:
  // `resume`: the position to continue from; none: from now on.
  Subscription(const events::Tail& tail, const rpc::Caller& caller, std::optional<v1::StreamPosition> resume);

  rpc::StreamRegistry::Topic topic() const override { return {account_id_, user_id_}; }
  std::vector<v1::SubscribeResponse> Read(storage::Connection& db) override;
  v1::SubscribeResponse Bookmark() override;

 private:
  std::vector<v1::SubscribeResponse> Begin(storage::Connection& db);
  std::vector<v1::SubscribeResponse> Follow(storage::Connection& db);
  bool LogReachesFrom(const v1::StreamPosition& position, storage::Connection& db) const;
  v1::SubscribeResponse At(int64_t offset) const;

  const events::Tail& tail_;
  const int64_t account_id_;
  const int64_t user_id_;
  const int partition_;
  const std::optional<v1::StreamPosition> resume_;
  const std::string history_;
  bool begun_ = false;
  // Everything up to it has been read.
  int64_t offset_ = 0;
};

}  // namespace voronka::notifier

#pragma once

#include "foundation/events/account_feed.h"
#include "foundation/rpc/calls/caller.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// What one stream of a user gives: the user's part of the log, from a position on.
class Subscription final : public events::AccountFeed<v1::SubscribeResponse> {
 public:
  // `resume`: the position to continue from; none: from now on.
  Subscription(const events::Tail& tail, const rpc::Caller& caller, std::optional<options::v1::StreamPosition> resume);

  rpc::StreamRegistry::Topic topic() const override { return {account_id_, user_id_}; }

 private:
  std::vector<v1::SubscribeResponse> Follow(storage::Connection& db, int64_t& offset) override;

  const int64_t account_id_;
  const int64_t user_id_;
};

}  // namespace voronka::notifier

#pragma once

#include "foundation/events/account_feed.h"
#include "foundation/rpc/calls/caller.h"
#include "notifier/deliveries/streamed_notes.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// What one stream of a user gives: the user's part of the log, from a position on.
class Subscription final : public events::AccountFeed<v1::SubscribeResponse> {
 public:
  // `resume`: the position to continue from; none: from now on.
  Subscription(const events::Tail& tail, const rpc::Caller& caller, std::optional<options::v1::StreamPosition> resume,
               StreamedNotes& notes);

  rpc::StreamRegistry::Topic topic() const override { return {caller_.account_id, caller_.user_id}; }
  void Written(const v1::SubscribeResponse& response) override;

 private:
  std::vector<v1::SubscribeResponse> Follow(storage::Connection& db, int64_t& offset) override;

  const rpc::Caller caller_;
  StreamedNotes& notes_;
};

}  // namespace voronka::notifier

#include "notifier/streams/subscription.h"

#include <utility>

#include "foundation/storage/stored_message.h"

namespace voronka::notifier {
namespace {

using v1::SubscribeResponse;

constexpr int kReadAtOnce = 100;

}  // namespace

Subscription::Subscription(const events::Tail& tail, const rpc::Caller& caller,
                           std::optional<options::v1::StreamPosition> resume)
    : AccountFeed(tail, caller.account_id, std::move(resume)),
      account_id_(caller.account_id),
      user_id_(caller.user_id) {}

std::vector<SubscribeResponse> Subscription::Follow(storage::Connection& db, int64_t& offset) {
  const int64_t head = DurableHead();
  if (head <= offset) return {};
  const auto page = events::Log::ReadTopic(db, account_id_, user_id_, offset, head, kReadAtOnce);
  offset = page.upto;
  std::vector<SubscribeResponse> responses;
  for (const auto& entry : page.entries) {
    auto& response = responses.emplace_back(At(entry.offset));
    *response.mutable_notification() = storage::Stored<v1::Notification>(entry.payload);
  }
  return responses;
}

}  // namespace voronka::notifier

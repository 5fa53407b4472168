#include "notifier/streams/subscription.h"

#include <utility>

#include "foundation/storage/stored_message.h"

namespace voronka::notifier {
namespace {

using v1::SubscribeResponse;

constexpr int kReadAtOnce = 100;

}  // namespace

Subscription::Subscription(const events::Tail& tail, const rpc::Caller& caller,
                           std::optional<options::v1::StreamPosition> resume, StreamedNotes& notes)
    : AccountFeed(tail, caller.account_id, std::move(resume)), caller_(caller), notes_(notes) {}

void Subscription::Written(const SubscribeResponse& response) {
  if (response.notification().state() == v1::Notification::STATE_UNREAD) notes_.Add(caller_, response.notification());
}

std::vector<SubscribeResponse> Subscription::Follow(storage::Connection& db, int64_t& offset) {
  const int64_t head = DurableHead();
  if (head <= offset) return {};
  const auto page = events::Log::ReadTopic(db, caller_.account_id, caller_.user_id, offset, head, kReadAtOnce);
  offset = page.upto;
  std::vector<SubscribeResponse> responses;
  for (const auto& entry : page.entries) {
    auto& response = responses.emplace_back(At(entry.offset));
    *response.mutable_notification() = storage::Stored<v1::Notification>(entry.payload);
  }
  return responses;
}

}  // namespace voronka::notifier

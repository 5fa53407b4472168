#include <fmt/format.h>

#include "foundation/rpc/calls/partition.h"
#include "foundation/security/base64url.h"
#include "tests/system/faults/follower.h"
#include "tests/system/history/operation.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/options/v1/stream_position.pb.h"

namespace voronka::testing {
namespace {

using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;
using options::v1::StreamPosition;

class InboxStream final : public StreamKind {
 public:
  explicit InboxStream(int64_t account_id) : partition_(rpc::PartitionOf(account_id)) {}

  std::unique_ptr<client::StreamReader> Open(client::Client& client, const Cursors& from) override {
    SubscribeRequest request;
    if (!from.empty()) request.set_cursor(CursorAt(from.at(partition_)));
    return client.Open(client::MethodTaking(*SubscribeRequest::descriptor()), request,
                       SubscribeResponse::default_instance());
  }

  std::vector<Delivery> Read(const google::protobuf::Message& answer, Moment arrived) override {
    const auto& response = static_cast<const SubscribeResponse&>(answer);
    const auto position = Parsed<StreamPosition>(security::DecodeBase64Url(response.cursor()));
    history_ = position.history();
    Delivery delivery{arrived, {{partition_, position.offset()}}, std::nullopt};
    if (response.has_notification()) delivery.payload = response.notification().SerializeAsString();
    return {std::move(delivery)};
  }

 private:
  std::string CursorAt(int64_t offset) const {
    StreamPosition position;
    position.set_history(history_);
    position.set_offset(offset);
    return security::EncodeBase64Url(position.SerializeAsString());
  }

  const int partition_;
  std::string history_;
};

}  // namespace

std::unique_ptr<Follower> FollowInbox(int64_t account_id, int64_t user_id, std::vector<client::Client*> replicas,
                                      uint64_t seed) {
  StreamRecord about{.subscriber = fmt::format("user {} of account {}", user_id, account_id),
                     .account_id = account_id,
                     .topic = user_id};
  return std::make_unique<Follower>(std::move(about), std::make_unique<InboxStream>(account_id), std::move(replicas),
                                    seed);
}

}  // namespace voronka::testing

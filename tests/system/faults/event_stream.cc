#include "tests/system/faults/follower.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {
namespace {

using crm::v1::Bookmark;
using crm::v1::WatchRequest;
using crm::v1::WatchResponse;

class EventStream final : public StreamKind {
 public:
  std::unique_ptr<client::StreamReader> Open(client::Client& client, const Cursors& from) override {
    WatchRequest request;
    for (const auto& [partition, offset] : from) {
      auto& cursor = *request.add_cursors();
      cursor.set_partition(partition);
      cursor.set_offset(offset);
    }
    request.set_history(history_);
    return client.Open(client::MethodTaking(*WatchRequest::descriptor()), request, WatchResponse::default_instance());
  }

  std::vector<Delivery> Read(const google::protobuf::Message& answer, Moment arrived) override {
    const auto& response = static_cast<const WatchResponse&>(answer);
    if (response.has_bookmark()) return {ReadBookmark(response.bookmark(), arrived)};
    if (response.has_resync()) return {ReadBookmark(response.resync(), arrived)};
    std::vector<Delivery> deliveries;
    for (const auto& event : response.events().events()) {
      deliveries.push_back({arrived, {{event.partition(), event.offset()}}, event.SerializeAsString()});
    }
    return deliveries;
  }

 private:
  Delivery ReadBookmark(const Bookmark& bookmark, Moment arrived) {
    history_ = bookmark.history();
    Delivery delivery{arrived, {}, std::nullopt};
    for (const auto& cursor : bookmark.cursors()) delivery.cursors[cursor.partition()] = cursor.offset();
    return delivery;
  }

  std::string history_;
};

}  // namespace

std::unique_ptr<Follower> FollowEvents(std::vector<client::Client*> replicas, uint64_t seed) {
  return std::make_unique<Follower>(StreamRecord{.subscriber = "events"}, std::make_unique<EventStream>(),
                                    std::move(replicas), seed);
}

}  // namespace voronka::testing

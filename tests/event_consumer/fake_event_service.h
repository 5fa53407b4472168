#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "tests/client/test_server.h"
#include "voronka/crm/v1/event.grpc.pb.h"

namespace voronka::events {

// The system of record as its followers see it: a log of one partition, and faults of its streams.
class FakeEventService final : public crm::v1::EventService::Service {
 public:
  using Response = crm::v1::WatchResponse;
  using Writer = grpc::ServerWriter<Response>;

  static constexpr int kPartition = 1;

  client::Endpoints endpoints() const { return server_.endpoints(); }

  void Append(crm::v1::Event event = {}) {
    const std::lock_guard lock(mutex_);
    if (event.account_id() == 0) event.set_account_id(kPartition);
    event.set_partition(kPartition);
    event.set_offset(static_cast<int64_t>(log_.size()) + 1);
    log_.push_back(std::move(event));
  }

  // Each stream ends after this many batches.
  void BreakAfter(int batches) { break_after_ = batches; }
  // Streams begin this many events before the cursor.
  void Repeat(int events) { repeated_ = events; }
  // Whoever is before `head` is told to resync and to continue from there.
  void ResyncTo(int64_t head) { resync_head_ = head; }
  // The next stream that ends by BreakAfter ends with a resync to `head`, as when the log begins again from there.
  void EndWithResyncTo(int64_t head) { last_resync_head_ = head; }
  void SendNothingFirst() { empty_first_ = true; }

  // The requests received.
  std::vector<crm::v1::WatchRequest> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  grpc::Status Watch(grpc::ServerContext* context, const crm::v1::WatchRequest* request, Writer* writer) override;

 private:
  Response Heads(int64_t head, bool resync) const;
  // Up to three events.
  Response BatchAfter(int64_t offset) const;

  mutable std::mutex mutex_;
  std::vector<crm::v1::Event> log_;
  std::vector<crm::v1::WatchRequest> requests_;
  std::atomic<int> break_after_ = 1'000'000;
  std::atomic<int> repeated_ = 0;
  std::atomic<int64_t> resync_head_ = 0;
  std::atomic<int64_t> last_resync_head_ = -1;
  std::atomic<bool> empty_first_ = false;
  client::TestServer server_{this};
};

}  // namespace voronka::events

#include "tests/event_consumer/fake_event_service.h"

#include <chrono>
#include <thread>

namespace voronka::events {
namespace {

constexpr const char* kHistory = "a1";
constexpr int64_t kBatch = 3;

}  // namespace

grpc::Status FakeEventService::Watch(grpc::ServerContext* context, const crm::v1::WatchRequest* request,
                                     Writer* writer) {
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(*request);
  }
  int64_t offset = 0;
  for (const auto& cursor : request->cursors()) {
    if (cursor.partition() == kPartition) offset = cursor.offset();
  }
  if (offset < resync_head_) {
    writer->Write(Heads(resync_head_, true));
    return grpc::Status::OK;
  }
  offset = std::max<int64_t>(0, offset - repeated_);
  writer->Write(Heads(offset, false));
  if (empty_first_) {
    Response empty;
    empty.mutable_events();
    writer->Write(empty);
  }
  for (int batches = 0; batches < break_after_ && !context->IsCancelled();) {
    const auto batch = BatchAfter(offset);
    if (batch.events().events().empty()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      continue;
    }
    writer->Write(batch);
    offset += batch.events().events_size();
    ++batches;
  }
  if (const int64_t head = last_resync_head_.exchange(-1); head >= 0) {
    writer->Write(Heads(head, true));
    return grpc::Status::OK;
  }
  return grpc::Status(grpc::StatusCode::UNAVAILABLE, "the stream ends here");
}

FakeEventService::Response FakeEventService::Heads(int64_t head, bool resync) const {
  Response response;
  auto& bookmark = resync ? *response.mutable_resync() : *response.mutable_bookmark();
  bookmark.set_history(kHistory);
  auto& cursor = *bookmark.add_cursors();
  cursor.set_partition(kPartition);
  cursor.set_offset(head);
  return response;
}

FakeEventService::Response FakeEventService::BatchAfter(int64_t offset) const {
  const std::lock_guard lock(mutex_);
  Response response;
  auto& batch = *response.mutable_events();
  const auto end = std::min<int64_t>(offset + kBatch, static_cast<int64_t>(log_.size()));
  for (; offset < end; ++offset) *batch.add_events() = log_[offset];
  return response;
}

}  // namespace voronka::events

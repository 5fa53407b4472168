#include "tests/system/watcher.h"

#include <fmt/format.h>

namespace voronka::testing {
namespace {

using crm::v1::WatchRequest;
using crm::v1::WatchResponse;

WatchRequest FromTheFirst(int partition) {
  WatchRequest request;
  request.add_cursors()->set_partition(partition);
  return request;
}

}  // namespace

Watcher::Watcher(std::vector<std::shared_ptr<grpc::Channel>> replicas, client::Metadata credentials, int partition)
    : stream_(std::move(replicas), std::move(credentials), FromTheFirst(partition), Stream::Habit::kReads,
              [this](const WatchResponse& response, WatchRequest& next) { Take(response, next); }) {}

int64_t Watcher::offset() const {
  const std::lock_guard lock(mutex_);
  return offset_;
}

std::string Watcher::Irregularities() const {
  const std::lock_guard lock(mutex_);
  return irregularities_;
}

void Watcher::Take(const WatchResponse& response, WatchRequest& next) {
  const std::lock_guard lock(mutex_);
  if (response.has_bookmark()) next.set_history(response.bookmark().history());
  for (const auto& event : response.events().events()) {
    if (event.offset() != offset_ + 1) irregularities_ += fmt::format("{} after {}\n", event.offset(), offset_);
    offset_ = event.offset();
  }
  next.mutable_cursors(0)->set_offset(offset_);
}

}  // namespace voronka::testing

#pragma once

#include <array>
#include <mutex>
#include <optional>

#include "foundation/process/log.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/rpc/streams/stream_registry.h"
#include "foundation/storage/connection.h"

namespace voronka::notifier {

// Wakes the streams of those who have something new in the log.
class Subscribers {
 public:
  Subscribers(rpc::StreamRegistry& streams, process::Log& log) : streams_(streams), log_(log) {}

  // The partition has new entries beyond `after`, up to `upto`. Does not throw: if it cannot find out whom to
  // wake, WakeMissed does it later.
  void Wake(storage::Connection& db, int partition, int64_t after, int64_t upto);
  void WakeMissed(storage::Connection& db);

 private:
  struct Range {
    int64_t after;
    int64_t upto;
  };

  void WakeTopics(storage::Connection& db, int partition, const Range& range);

  rpc::StreamRegistry& streams_;
  process::Log& log_;
  std::mutex mutex_;
  std::array<std::optional<Range>, rpc::kPartitions> missed_;
};

}  // namespace voronka::notifier

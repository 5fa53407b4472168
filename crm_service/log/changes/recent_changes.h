#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>

#include "crm_service/log/changes/change_window.h"
#include "foundation/events/tail.h"
#include "foundation/process/log.h"
#include "foundation/rpc/streams/stream_registry.h"

namespace voronka::crm {

// The latest changes in the partitions that are being watched, read and decoded once for all watchers. Thread-safe.
class RecentChanges {
 public:
  // The partition is watched as long as one of these is alive.
  using Watch = std::shared_ptr<const void>;

  RecentChanges(const events::Tail& tail, rpc::StreamRegistry& streams, process::Log& log)
      : tail_(tail), streams_(streams), log_(log) {}

  // Watchers of an account are woken under this topic.
  static rpc::StreamRegistry::Topic TopicOf(int64_t account_id) { return {account_id, 0}; }

  Watch Open(int64_t account_id);
  // The account's changes after `offset`; nothing when that is older than what is kept, and so must be read from the
  // log.
  std::optional<ChangePage> After(int64_t offset, int64_t account_id);

  // To be called when more of the log is durable. Reads it if the partition is watched, and wakes watchers of the
  // accounts that have changed. Does not throw: what it could not read is left to ReadMissed.
  void ReadOn(storage::Connection& db, int partition);
  void ReadMissed(storage::Connection& db);

 private:
  struct Partition {
    int watches = 0;
    // Present while somebody watches.
    std::optional<ChangeWindow> window;
  };

  void Close(int partition);
  // The offset after which to read; nothing when nobody watches, or there is nothing to read up to `upto`.
  std::optional<int64_t> UnreadFrom(int partition, int64_t upto);
  // Returns whether there may be more to read.
  bool ReadPortion(storage::Connection& db, int partition);
  void Add(int partition, int64_t after, const std::vector<LoggedChange>& changes, int64_t upto);

  const events::Tail& tail_;
  rpc::StreamRegistry& streams_;
  process::Log& log_;
  // Held while reading a portion, so that portions are added in order.
  std::mutex reading_;
  std::mutex mutex_;
  std::array<Partition, rpc::kPartitions> partitions_;
};

}  // namespace voronka::crm

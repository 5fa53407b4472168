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

// What changed of late in the partitions that somebody watches: read and decoded once, however many watch. Thread-safe.
class RecentChanges {
 public:
  // While one lives, the partition is watched.
  using Watch = std::shared_ptr<const void>;

  RecentChanges(const events::Tail& tail, rpc::StreamRegistry& streams, process::Log& log)
      : tail_(tail), streams_(streams), log_(log) {}

  // Who watches an account is woken under this topic.
  static rpc::StreamRegistry::Topic TopicOf(int64_t account_id) { return {account_id, 0}; }

  Watch Open(int64_t account_id);
  // What the account has beyond `offset`; nothing where that is further back than what is kept: the log has it.
  std::optional<ChangePage> After(int64_t offset, int64_t account_id);

  // The log may be served further: reads that, if the partition is watched, and wakes whose account it is. Does not
  // throw: what it could not read is left to ReadMissed.
  void ReadOn(storage::Connection& db, int partition);
  void ReadMissed(storage::Connection& db);

 private:
  struct Partition {
    int watches = 0;
    // While somebody watches.
    std::optional<ChangeWindow> window;
  };

  void Close(int partition);
  // Up to where it has been read; nothing: nobody watches, or there is nothing more.
  std::optional<int64_t> UnreadFrom(int partition, int64_t upto);
  // Whether there may be more.
  bool ReadPortion(storage::Connection& db, int partition);
  void Add(int partition, int64_t after, const std::vector<LoggedChange>& changes, int64_t upto);

  const events::Tail& tail_;
  rpc::StreamRegistry& streams_;
  process::Log& log_;
  // Held while a portion is read, so that portions are added in order.
  std::mutex reading_;
  std::mutex mutex_;
  std::array<Partition, rpc::kPartitions> partitions_;
};

}  // namespace voronka::crm

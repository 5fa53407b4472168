#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/partition.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::events {

// A stored announcement.
struct Entry {
  int partition;
  int64_t offset;
  int64_t account_id;
  int64_t topic;
  std::string payload;
};

// Entries in order, with everything that there was up to an offset. Its end is that of the range asked for, or comes
// before it, where the page is full by number or by bytes.
struct LogPage {
  std::vector<Entry> entries;
  int64_t upto;
};

// A partition's entries from `first` to `head`; those before `first` are older than the retention.
struct Extent {
  int64_t first = 1;
  int64_t head = 0;
};

// The partitioned event log in the service's own schema (tables event_partitions and events). Offsets appear in commit
// order and without gaps: one statement reserves them, one writes the entries, then COMMIT; nothing between can wait.
class Log : public rpc::EventSink {
 public:
  // Runs after each commit that wrote something, on its connection, where LAST_INSERT_ID() is still the last offset in
  // `partition`; absent: it wrote to several. Must not throw.
  using OnCommitted = std::function<void(storage::Connection& db, std::optional<int> partition)>;

  explicit Log(
      const process::Clock& clock, OnCommitted committed = [](const auto&...) {})
      : clock_(clock), committed_(std::move(committed)) {}

  // Throws rpc::Error (FAILED_PRECONDITION, CHANGE_TOO_LARGE) for what no reader could take.
  void Write(storage::Connection& db, const std::vector<rpc::Announcement>& announcements) override;
  void Committed(storage::Connection& db, const std::vector<rpc::Announcement>& announcements) override;

  // Of the partition, beyond `after` and up to `upto`, at most `limit` and a page's bytes. Throws rpc::Error
  // (UNAVAILABLE, EVENTS_GONE) where the retention has passed `after` meanwhile: nothing is ever skipped in silence.
  static LogPage Read(storage::Connection& db, int partition, int64_t after, int64_t upto, int limit);
  // The same for one topic of an account.
  static LogPage ReadTopic(storage::Connection& db, int64_t account_id, int64_t topic, int64_t after, int64_t upto,
                           int limit);
  // By partition.
  static std::vector<Extent> Extents(storage::Connection& db);
  // Names the log; a restored database gets another name.
  static std::string History(storage::Connection& db);
  // Deletes what is older than `before` among the first `limit` entries of a partition; returns how many.
  static int64_t Trim(storage::Connection& db, int partition, int64_t before, int limit);

 private:
  const process::Clock& clock_;
  const OnCommitted committed_;
};

}  // namespace voronka::events

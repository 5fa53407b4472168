#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
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

// Entries in order: all there are up to the offset `upto`. That is the end of the requested range, or an earlier offset
// if the page is full by number of entries or by bytes.
struct LogPage {
  std::vector<Entry> entries;
  int64_t upto;
};

// Of a partition, the entries after `after` and up to `upto`.
struct Range {
  int partition;
  int64_t after;
  int64_t upto;
};

// A partition's entries from `first` to `head`; retention has deleted those before `first`.
struct Extent {
  int64_t first = 1;
  int64_t head = 0;
};

// The partitioned event log in the service's own schema (tables event_partitions and events). Offsets appear in commit
// order and without gaps: one statement reserves them, one writes the entries, then comes COMMIT; nothing in between
// can wait.
class Log : public rpc::EventSink {
 public:
  // Runs after each commit that wrote something, on its connection. LAST_INSERT_ID() is still the last offset in
  // `partition`, which is absent if the commit wrote to several partitions. Must not throw.
  using OnCommitted = std::function<void(storage::Connection& db, std::optional<int> partition)>;

  explicit Log(
      const process::Clock& clock, OnCommitted committed = [](const auto&...) {})
      : clock_(clock), committed_(std::move(committed)) {}

  // Throws rpc::Error (FAILED_PRECONDITION, CHANGE_TOO_LARGE) for an entry that no reader could receive.
  void Write(storage::Connection& db, const std::vector<rpc::Announcement>& announcements) override;
  void Committed(storage::Connection& db, const std::vector<rpc::Announcement>& announcements) override;

  // The partition's entries after `after` and up to `upto`, at most `limit` of them and a page's bytes. Throws
  // rpc::Error (UNAVAILABLE, EVENTS_GONE) if retention has deleted entries after `after`: nothing is ever skipped
  // silently.
  static LogPage Read(storage::Connection& db, int partition, int64_t after, int64_t upto, int limit);
  // The beginnings of several ranges, by partition. One statement reads up to 16 ranges and 100 entries, no large ones.
  // A range that is missing has to be read by itself.
  static std::map<int, LogPage> ReadTogether(storage::Connection& db, std::span<const Range> ranges);
  // The same as Read for one topic of an account.
  static LogPage ReadTopic(storage::Connection& db, int64_t account_id, int64_t topic, int64_t after, int64_t upto,
                           int limit);
  // Indexed by partition.
  static std::vector<Extent> Extents(storage::Connection& db);
  // The identity of the log; a restored database gets a new one.
  static std::string History(storage::Connection& db);
  // A follower is beyond the head, so the log has lost its end: a backup was restored. It becomes another log, unless
  // it is not called `history` any more. So whoever followed the lost end is notified, even if new entries have taken
  // the offsets by then. Returns its name.
  static std::string BeginAnew(storage::Connection& db, const std::string& history);
  // Deletes the entries older than `before` among the first `limit` of a partition; returns how many.
  static int64_t Trim(storage::Connection& db, int partition, int64_t before, int limit);

 private:
  const process::Clock& clock_;
  const OnCommitted committed_;
};

}  // namespace voronka::events

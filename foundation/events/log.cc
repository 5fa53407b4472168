#include "foundation/events/log.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "foundation/process/fault_points.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::events {
namespace {

using process::Broken;
using process::Fault;
using rpc::Announcement;
using Group = std::vector<const Announcement*>;

// Rows are written in statements of up to 16, and fewer if they are large: a server accepts packets of 16 MiB.
constexpr size_t kMaxRowsPerStatement = 16;
constexpr size_t kMaxBytesPerStatement = 4 << 20;

std::string InsertStatement(size_t rows) {
  std::string sql = "INSERT INTO events (partition_id, offset_id, account_id, topic, create_time, payload) VALUES ";
  for (size_t i = 0; i < rows; ++i)
    sql += i == 0 ? "(?, LAST_INSERT_ID() - ?, ?, ?, ?, ?)" : ", (?, LAST_INSERT_ID() - ?, ?, ?, ?, ?)";
  return sql;
}

// Like Reserve, but without the lock.
void ReserveUnlocked(storage::Connection& db, int partition, size_t count) {
  db.Query("SELECT LAST_INSERT_ID(head + ?) FROM event_partitions WHERE partition_id = ?", count, partition);
  db.Execute("UPDATE event_partitions SET head = head + ? WHERE partition_id = ?", count, partition);
}

// Leaves the last offset in LAST_INSERT_ID(). If the counter row were missing, that would hold the value of an earlier
// statement.
void Reserve(storage::Connection& db, int partition, size_t count) {
  if (Broken(Fault::kOffsetBeforeCounter)) return ReserveUnlocked(db, partition, count);
  const auto changed = db.Execute("UPDATE event_partitions SET head = LAST_INSERT_ID(head + ?) WHERE partition_id = ?",
                                  count, partition);
  if (changed != 1) throw std::logic_error("the event log has no partition " + std::to_string(partition));
}

rpc::Error Gone() {
  return rpc::Error(rpc::Code::kUnavailable, {"EVENTS_GONE",
                                              "",
                                              {"What follows the cursor has just been forgotten; continue with it.",
                                               "То, что следует за курсором, только что удалено; продолжите с него."}});
}

// How many announcements from `begin` on go into one statement.
size_t CountTogether(const Group& group, size_t begin) {
  size_t count = 1;
  size_t bytes = group[begin]->payload.size();
  while (count < kMaxRowsPerStatement && begin + count < group.size()) {
    bytes += group[begin + count]->payload.size();
    if (bytes > kMaxBytesPerStatement) break;
    ++count;
  }
  return count;
}

// The reserved offsets end at LAST_INSERT_ID(): the first of k entries gets that value minus k - 1.
void Insert(storage::Connection& db, int partition, int64_t now, const Group& group) {
  for (size_t begin = 0; begin < group.size();) {
    const size_t end = begin + CountTogether(group, begin);
    std::vector<storage::Value> values;
    for (size_t i = begin; i < end; ++i) {
      const auto& announcement = *group[i];
      values.insert(values.end(), {partition, static_cast<int64_t>(group.size() - 1 - i), announcement.account_id,
                                   announcement.topic, now, storage::Bytes{announcement.payload}});
    }
    db.ExecuteWith(InsertStatement(end - begin), values);
    begin = end;
  }
}

void CheckSize(const Announcement& announcement) {
  if (announcement.payload.size() <= rpc::kMostEventBytes) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"CHANGE_TOO_LARGE", "", {"The change is larger than 2 MiB.", "Изменение больше 2 МиБ."}});
}

// Columns in the order of EntryOf. A large payload is read only when its row's turn comes, so that a page never holds
// many of them.
constexpr const char* kSelect =
    "SELECT partition_id, offset_id, account_id, topic, LENGTH(payload), "
    "CASE WHEN LENGTH(payload) <= 16384 THEN payload END FROM events ";

std::string Payload(storage::Connection& db, const storage::Row& row) {
  if (!row.IsNull(5)) return row.Text(5);
  const auto large =
      db.Query("SELECT payload FROM events WHERE partition_id = ? AND offset_id = ?", row.Int(0), row.Int(1));
  if (large.empty()) throw Gone();
  return large[0].Text(0);
}

Entry EntryOf(storage::Connection& db, const storage::Row& row) {
  return {static_cast<int>(row.Int(0)), row.Int(1), row.Int(2), row.Int(3), Payload(db, row)};
}

// `rows` are the rows up to `upto`, at most `limit`.
LogPage PageOf(storage::Connection& db, const std::vector<storage::Row>& rows, int64_t upto, int limit) {
  LogPage page{{}, std::ssize(rows) < limit ? upto : rows.back().Int(1)};
  size_t bytes = 0;
  for (const auto& row : rows) {
    bytes += row.Int(4);
    if (!page.entries.empty() && bytes > rpc::kPageBytes) {
      page.upto = page.entries.back().offset;
      break;
    }
    page.entries.push_back(EntryOf(db, row));
  }
  return page;
}

// A statement of its own for every number of ranges would be prepared anew too often.
constexpr size_t kRangesPerStatement = 16;
constexpr int kMostTogether = 100;
constexpr Range kNoRange{-1, 0, 0};

std::string SelectTogether() {
  std::string sql = kSelect;
  for (size_t i = 0; i < kRangesPerStatement; ++i) {
    sql += i == 0 ? "WHERE " : "OR ";
    sql += "(partition_id = ? AND offset_id > ? AND offset_id <= ?) ";
  }
  return sql + "ORDER BY partition_id, offset_id LIMIT ?";
}

std::vector<storage::Row> QueryTogether(storage::Connection& db, std::span<const Range> ranges) {
  static const std::string sql = SelectTogether();
  std::vector<storage::Value> values;
  for (size_t i = 0; i < kRangesPerStatement; ++i) {
    const Range& range = i < ranges.size() ? ranges[i] : kNoRange;
    values.insert(values.end(), {range.partition, range.after, range.upto});
  }
  values.emplace_back(kMostTogether);
  return db.QueryWith(sql, values);
}

// The range's rows are a part of `rows`. Ends before a large entry, and before a gap.
LogPage BeginningOf(const Range& range, const std::vector<storage::Row>& rows) {
  LogPage page{{}, range.after};
  for (const auto& row : rows) {
    if (row.Int(0) != range.partition) continue;
    if (row.Int(1) != page.upto + 1 || row.IsNull(5)) break;
    page.entries.push_back({range.partition, row.Int(1), row.Int(2), row.Int(3), row.Text(5)});
    page.upto = row.Int(1);
  }
  return page;
}

}  // namespace

void Log::Write(storage::Connection& db, const std::vector<Announcement>& announcements) {
  std::map<int, Group> by_partition;
  for (const auto& announcement : announcements) {
    CheckSize(announcement);
    by_partition[rpc::PartitionOf(announcement.account_id)].push_back(&announcement);
  }
  for (const auto& [partition, group] : by_partition) {
    Reserve(db, partition, group.size());
    if (Broken(Fault::kEventAfterCommit)) db.Commit(), db.Begin();
    process::Pass(process::KillPoint::kOffsetsReserved);
    Insert(db, partition, clock_.NowMicros(), group);
  }
}

void Log::Committed(storage::Connection& db, const std::vector<Announcement>& announcements) {
  const int first = rpc::PartitionOf(announcements.front().account_id);
  const bool one = std::ranges::all_of(
      announcements, [first](const auto& each) { return rpc::PartitionOf(each.account_id) == first; });
  committed_(db, one ? std::optional(first) : std::nullopt);
}

LogPage Log::Read(storage::Connection& db, int partition, int64_t after, int64_t upto, int limit) {
  static const std::string sql =
      std::string(kSelect) + "WHERE partition_id = ? AND offset_id > ? AND offset_id <= ? ORDER BY offset_id LIMIT ?";
  const auto rows = db.Query(sql, partition, after, upto, limit);
  if (!rows.empty() && rows.front().Int(1) != after + 1) throw Gone();
  return PageOf(db, rows, upto, limit);
}

std::map<int, LogPage> Log::ReadTogether(storage::Connection& db, std::span<const Range> ranges) {
  std::map<int, LogPage> pages;
  for (; !ranges.empty(); ranges = ranges.subspan(std::min(ranges.size(), kRangesPerStatement))) {
    const auto together = ranges.first(std::min(ranges.size(), kRangesPerStatement));
    const auto rows = QueryTogether(db, together);
    for (const auto& range : together) {
      auto page = BeginningOf(range, rows);
      if (!page.entries.empty()) pages.emplace(range.partition, std::move(page));
    }
  }
  return pages;
}

LogPage Log::ReadTopic(storage::Connection& db, int64_t account_id, int64_t topic, int64_t after, int64_t upto,
                       int limit) {
  static const std::string sql =
      std::string(kSelect) +
      "WHERE account_id = ? AND topic = ? AND offset_id > ? AND offset_id <= ? ORDER BY offset_id LIMIT ?";
  return PageOf(db, db.Query(sql, account_id, topic, after, upto, limit), upto, limit);
}

std::vector<Extent> Log::Extents(storage::Connection& db) {
  std::vector<Extent> extents(rpc::kPartitions);
  for (const auto& row : db.Query("SELECT partition_id, first_offset, head FROM event_partitions")) {
    extents.at(row.Int(0)) = {row.Int(1), row.Int(2)};
  }
  return extents;
}

std::string Log::History(storage::Connection& db) {
  return db.Query("SELECT history FROM event_log WHERE id = 1").at(0).Text(0);
}

std::string Log::BeginAnew(storage::Connection& db, const std::string& history) {
  db.Execute("UPDATE event_log SET history = REPLACE(UUID(), '-', '') WHERE id = 1 AND history = ?", history);
  return History(db);
}

int64_t Log::Trim(storage::Connection& db, int partition, int64_t before, int limit) {
  const auto old = db.Query(
      "SELECT COUNT(*), COALESCE(MAX(offset_id), 0) FROM (SELECT offset_id, create_time FROM events "
      "WHERE partition_id = ? ORDER BY offset_id LIMIT ?) AS oldest WHERE create_time < ?",
      partition, limit, before);
  if (old[0].Int(0) == 0) return 0;
  const int64_t last = old[0].Int(1);
  // Committed first, in a transaction of its own: the deletion must not block writers that need the counter in that
  // row.
  db.Execute("UPDATE event_partitions SET first_offset = ? WHERE partition_id = ? AND first_offset <= ?", last + 1,
             partition, last);
  return db.Execute("DELETE FROM events WHERE partition_id = ? AND offset_id <= ?", partition, last);
}

}  // namespace voronka::events

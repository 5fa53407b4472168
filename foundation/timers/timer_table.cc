#include "foundation/timers/timer_table.h"

namespace voronka::timers {
namespace {

enum State { kArmed = 1, kFired = 2 };

int ShardOf(int64_t account_id) { return static_cast<int>(account_id % kShards); }

Timer ToTimer(const storage::Row& row) {
  return {{row.Int(0), row.Text(1), row.Int(2), row.Int(3)}, row.Int(4), row.Int(5), row.Text(6)};
}

}  // namespace

std::optional<int64_t> TimerTable::Arm(const Timer& timer) {
  const auto& key = timer.key;
  // Assignments run from left to right: `due` still has its old value where the state is computed.
  const auto changed = db_.Execute(
      "INSERT INTO timers (account_id, kind, subject, slot, shard, state, due, epoch, payload) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE state = IF(due = VALUES(due), state, VALUES(state)), due = VALUES(due), "
      "epoch = epoch + 1, payload = VALUES(payload)",
      key.account_id, key.kind, key.subject, key.slot, ShardOf(key.account_id), kArmed, timer.due, timer.epoch,
      storage::Bytes{timer.payload});
  // The number of changed rows is 1 for a new row, 2 for an existing one.
  if (changed == 1) return timer.epoch;
  const auto armed = Find(key);
  return armed ? std::optional(armed->epoch) : std::nullopt;
}

void TimerTable::Cancel(const TimerKey& key) {
  db_.Execute("DELETE FROM timers WHERE account_id = ? AND kind = ? AND subject = ? AND slot = ?", key.account_id,
              key.kind, key.subject, key.slot);
}

void TimerTable::CancelAll(int64_t account_id, const std::string& kind, int64_t subject) {
  db_.Execute("DELETE FROM timers WHERE account_id = ? AND kind = ? AND subject = ?", account_id, kind, subject);
}

bool TimerTable::Fire(const Timer& timer, int64_t now) {
  const auto& key = timer.key;
  return db_.Execute(
             "UPDATE timers SET state = ?, epoch = epoch + 1 "
             "WHERE account_id = ? AND kind = ? AND subject = ? AND slot = ? AND state = ? AND epoch = ? AND due <= ?",
             kFired, key.account_id, key.kind, key.subject, key.slot, kArmed, timer.epoch, now) == 1;
}

size_t TimerTable::Fire(std::span<const Timer> timers, int64_t now) {
  std::string sql =
      "UPDATE timers SET state = ?, epoch = epoch + 1 WHERE account_id = ? AND kind = ? AND state = ? AND due <= ? AND "
      "(";
  const auto& first = timers.front().key;
  std::vector<storage::Value> values{kFired, first.account_id, first.kind, kArmed, now};
  for (const auto& timer : timers) {
    sql += &timer == &timers.front() ? "" : " OR ";
    sql += "(subject = ? AND slot = ? AND epoch = ?)";
    values.insert(values.end(), {timer.key.subject, timer.key.slot, timer.epoch});
  }
  return static_cast<size_t>(db_.ExecuteWith(sql + ")", values));
}

bool TimerTable::Lease(Timer& timer, int64_t now, int64_t again) {
  const auto& key = timer.key;
  const bool leased =
      db_.Execute(
          "UPDATE timers SET due = ?, epoch = epoch + 1 "
          "WHERE account_id = ? AND kind = ? AND subject = ? AND slot = ? AND state = ? AND epoch = ? AND due <= ?",
          again, key.account_id, key.kind, key.subject, key.slot, kArmed, timer.epoch, now) == 1;
  if (leased) ++timer.epoch;
  return leased;
}

void TimerTable::EndLease(const Timer& timer, int64_t again) {
  const auto& key = timer.key;
  db_.Execute(
      "UPDATE timers SET due = ?, epoch = epoch + 1 "
      "WHERE account_id = ? AND kind = ? AND subject = ? AND slot = ? AND state = ? AND epoch = ?",
      again, key.account_id, key.kind, key.subject, key.slot, kArmed, timer.epoch);
}

std::vector<Timer> TimerTable::DueBefore(int shard, int64_t before, int limit) {
  std::vector<Timer> timers;
  for (const auto& row : db_.Query("SELECT account_id, kind, subject, slot, due, epoch, payload FROM timers "
                                   "WHERE shard = ? AND state = ? AND due < ? ORDER BY due LIMIT ?",
                                   shard, kArmed, before, limit)) {
    timers.push_back(ToTimer(row));
  }
  return timers;
}

std::optional<Timer> TimerTable::Find(const TimerKey& key) {
  const auto rows = db_.Query(
      "SELECT account_id, kind, subject, slot, due, epoch, payload FROM timers "
      "WHERE account_id = ? AND kind = ? AND subject = ? AND slot = ? AND state = ?",
      key.account_id, key.kind, key.subject, key.slot, kArmed);
  if (rows.empty()) return std::nullopt;
  return ToTimer(rows[0]);
}

}  // namespace voronka::timers

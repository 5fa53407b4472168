#include "event_consumer/cursors.h"

#include <fmt/format.h>

#include <algorithm>

#include "event_consumer/holds.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/errors.h"

namespace voronka::events {

crm::v1::WatchRequest Cursors::Read(storage::Connection& db) {
  known_.assign(rpc::kPartitions, {});
  history_.clear();
  for (const auto& row : db.Query("SELECT partition_id, offset_id, history FROM event_cursors")) {
    known_.at(row.Int(0)).offset = row.Int(1);
    known_.at(row.Int(0)).seen = row.Int(1);
    history_ = row.Text(2);
  }
  crm::v1::WatchRequest request;
  request.set_history(history_);
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    auto& cursor = *request.add_cursors();
    cursor.set_partition(partition);
    cursor.set_offset(known_[partition].offset);
  }
  return request;
}

void Cursors::See(int partition, int64_t offset) {
  int64_t& seen = known_.at(partition).seen;
  seen = std::max(seen, offset);
}

std::vector<int> Cursors::Behind() const {
  std::vector<int> behind;
  for (int partition = 0; partition < std::ssize(known_); ++partition) {
    if (known_[partition].offset < known_[partition].seen) behind.push_back(partition);
  }
  return behind;
}

int64_t Cursors::SeenInAll() const {
  int64_t all = 0;
  for (const Known& known : known_) all += known.seen;
  return all;
}

int64_t Cursors::Move(storage::Connection& db, int partition, int64_t last) {
  Known& known = known_.at(partition);
  int64_t previous = known.offset;
  if (previous >= last) return previous;
  if (!MoveFromKnown(db, partition, last)) {
    const int64_t stood = known.offset;
    previous = LockAndRead(db, partition);
    if (previous < stood) {
      throw CursorTakenBack(
          fmt::format("the cursor of partition {} stood at {}, and now stands at {}", partition, stood, previous));
    }
    if (previous < last) MoveFromKnown(db, partition, last);
  }
  known.offset = std::max(previous, last);
  return previous;
}

bool Cursors::MoveFromKnown(storage::Connection& db, int partition, int64_t to) {
  const Known& known = known_[partition];
  return db.Execute(
             "UPDATE event_cursors SET offset_id = ? WHERE partition_id = ? AND offset_id = ? AND hold_version = ?", to,
             partition, known.offset, known.hold_version) == 1;
}

int64_t Cursors::LockAndRead(storage::Connection& db, int partition) {
  const auto rows =
      db.Query("SELECT offset_id, hold_version FROM event_cursors WHERE partition_id = ? FOR UPDATE", partition);
  if (rows.empty()) Start(db, partition);
  Known& known = known_[partition];
  known.offset = rows.empty() ? 0 : rows[0].Int(0);
  known.hold_version = rows.empty() ? 0 : rows[0].Int(1);
  known.held = Holds::AccountsIn(db, partition);
  return known.offset;
}

int64_t Cursors::Lock(storage::Connection& db, int partition) {
  const auto rows = db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ? FOR UPDATE", partition);
  return rows.empty() ? 0 : rows[0].Int(0);
}

void Cursors::Start(storage::Connection& db, int partition) {
  try {
    db.Execute("INSERT INTO event_cursors (partition_id, offset_id, history) VALUES (?, 0, ?)", partition, history_);
  } catch (const storage::DuplicateKey&) {
    throw storage::Retryable(0, "another replica took the first events");
  }
}

void Cursors::Reset(storage::Connection& db, const crm::v1::Bookmark& heads) {
  for (const auto& head : heads.cursors()) {
    db.Execute(
        "INSERT INTO event_cursors (partition_id, offset_id, history) VALUES (?, ?, ?) "
        "ON DUPLICATE KEY UPDATE offset_id = VALUES(offset_id), history = VALUES(history)",
        head.partition(), head.offset(), heads.history());
  }
  Holds::RemoveAll(db);
}

void Cursors::KeepHistory(storage::Connection& db, const std::string& history) {
  if (history_ == history) return;
  db.Execute("UPDATE event_cursors SET history = ?", history);
  history_ = history;
}

}  // namespace voronka::events

#include "event_consumer/holds.h"

namespace voronka::events {
namespace {

void RenewVersion(storage::Connection& db, int partition) {
  db.Execute("UPDATE event_cursors SET hold_version = hold_version + 1 WHERE partition_id = ?", partition);
}

}  // namespace

std::vector<Hold> Holds::All(storage::Connection& db) {
  std::vector<Hold> holds;
  for (const auto& row : db.Query("SELECT partition_id, account_id, offset_id, failures, retry_time FROM event_holds "
                                  "ORDER BY partition_id, account_id")) {
    holds.push_back({static_cast<int>(row.Int(0)), row.Int(1), row.Int(2), static_cast<int>(row.Int(3)), row.Int(4)});
  }
  return holds;
}

std::set<int64_t> Holds::AccountsIn(storage::Connection& db, int partition) {
  std::set<int64_t> accounts;
  for (const auto& row : db.Query("SELECT account_id FROM event_holds WHERE partition_id = ?", partition)) {
    accounts.insert(row.Int(0));
  }
  return accounts;
}

void Holds::Add(storage::Connection& db, const Hold& hold) {
  db.Execute(
      "INSERT INTO event_holds (partition_id, account_id, offset_id, failures, retry_time) VALUES (?, ?, ?, ?, ?)",
      hold.partition, hold.account_id, hold.offset, hold.failures, hold.retry_time);
  RenewVersion(db, hold.partition);
}

void Holds::RemoveAll(storage::Connection& db) {
  db.Execute("DELETE FROM event_holds");
  db.Execute("UPDATE event_cursors SET hold_version = hold_version + 1");
}

bool Holds::Remove(storage::Connection& db, const Hold& hold) {
  const auto removed =
      db.Execute("DELETE FROM event_holds WHERE partition_id = ? AND account_id = ? AND offset_id = ? AND failures = ?",
                 hold.partition, hold.account_id, hold.offset, hold.failures);
  if (removed == 1) RenewVersion(db, hold.partition);
  return removed == 1;
}

bool Holds::Update(storage::Connection& db, const Hold& before, const Hold& after) {
  return db.Execute(
             "UPDATE event_holds SET offset_id = ?, failures = ?, retry_time = ? "
             "WHERE partition_id = ? AND account_id = ? AND offset_id = ? AND failures = ?",
             after.offset, after.failures, after.retry_time, before.partition, before.account_id, before.offset,
             before.failures) == 1;
}

}  // namespace voronka::events

#include "tests/system/faults/kept_rows.h"

#include "foundation/storage/connection.h"

namespace voronka::testing {
namespace {

using storage::Connection;

Moment MomentAt(int64_t micros) { return Moment(std::chrono::microseconds(micros)); }

Log ReadLog(Connection& db) {
  Log log;
  for (const auto& row : db.Query("SELECT partition_id, offset_id, account_id, topic, create_time, payload "
                                  "FROM events ORDER BY partition_id, offset_id")) {
    log.push_back(
        {static_cast<int>(row.Int(0)), row.Int(1), row.Int(2), row.Int(3), MomentAt(row.Int(4)), row.Text(5)});
  }
  return log;
}

std::vector<crm::v1::Event> EventsIn(const Log& log) {
  std::vector<crm::v1::Event> events;
  events.reserve(log.size());
  for (const auto& entry : log) {
    auto& event = events.emplace_back(Parsed<crm::v1::Event>(entry.payload));
    event.set_partition(entry.partition);
    event.set_offset(entry.offset);
  }
  return events;
}

template <class M>
void ReadOwned(Connection& db, const std::string& sql, int64_t account_id, std::vector<Owned<M>>& rows) {
  for (auto& row : db.Select<M>(sql, account_id)) rows.push_back({account_id, std::move(row)});
}

void ReadAccount(Connection& db, int64_t account_id, History& history) {
  ReadOwned(db, "SELECT {columns} FROM deals WHERE account_id = ?", account_id, history.deals);
  ReadOwned(db, "SELECT {columns} FROM stage_totals WHERE account_id = ?", account_id, history.totals);
  ReadOwned(db,
            "SELECT id, deal_id, pipeline, stage, responsible_user_id, enter_time FROM stage_visits "
            "WHERE account_id = ?",
            account_id, history.visits);
  ReadOwned(db, "SELECT {columns} FROM inquiries WHERE account_id = ?", account_id, history.inquiries);
  ReadOwned(db, "SELECT {columns} FROM tasks WHERE account_id = ?", account_id, history.tasks);
  ReadOwned(db, "SELECT {columns} FROM timeline WHERE account_id = ?", account_id, history.timeline);
  for (const auto& row :
       db.Query("SELECT caller, method, request_id, response FROM requests WHERE account_id = ?", account_id)) {
    history.request_keys.push_back({account_id, row.Text(0), row.Text(1), row.Text(2), row.Text(3)});
  }
}

void ReadInbox(Connection& db, int64_t account_id, History& history) {
  for (const auto& user : db.Query("SELECT DISTINCT user_id FROM inbox WHERE account_id = ?", account_id)) {
    for (auto& row : db.Select<notifier::v1::Notification>(
             "SELECT {columns} FROM inbox WHERE account_id = ? AND user_id = ?", account_id, user.Int(0))) {
      history.inbox.push_back({account_id, user.Int(0), std::move(row)});
    }
  }
}

}  // namespace

void ReadKeptRows(const System& system, const std::vector<int64_t>& account_ids, History& history) {
  Connection crm(system.SchemaOf("crm"));
  Connection notifier(system.SchemaOf("notifier"));
  history.events = EventsIn(ReadLog(crm));
  history.notices = ReadLog(notifier);
  for (const int64_t account_id : account_ids) {
    ReadAccount(crm, account_id, history);
    ReadInbox(notifier, account_id, history);
  }
}

}  // namespace voronka::testing

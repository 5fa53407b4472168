#pragma once

#include <string>
#include <utility>
#include <vector>

#include "foundation/events/log.h"
#include "foundation/process/manual_clock.h"
#include "foundation/storage/migrations.h"
#include "tests/foundation/rpc/schema/migrations.h"
#include "tests/support/database.h"

namespace voronka::events {

// A schema with an empty event log, and its writer.
class EventSchema {
 public:
  explicit EventSchema(config::v1::Database in = testing::FreshSchema()) : database(std::move(in)) {
    storage::Migrate(database, rpc::Migrations());
  }

  // In one transaction, on a new connection.
  void Write(storage::Connection& connection, const std::vector<rpc::Announcement>& announcements) {
    storage::RunTransaction(connection, [&](auto& transaction) { log.Write(transaction.db, announcements); });
  }
  void Write(const std::vector<rpc::Announcement>& announcements) { Write(db, announcements); }
  // One announcement of an account.
  void Write(int64_t account_id, const std::string& payload = "") { Write({{account_id, 0, payload}}); }

  int64_t Head(int partition) { return Log::Extents(db).at(partition).head; }
  int64_t First(int partition) { return Log::Extents(db).at(partition).first; }

  const config::v1::Database database;
  storage::Connection db{database};
  process::ManualClock clock{1'800'000'000'000'000};
  Log log{clock};
};

}  // namespace voronka::events

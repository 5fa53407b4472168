#include "foundation/storage/shape_change.h"

#include <chrono>
#include <thread>

#include "foundation/storage/lock_watch.h"

namespace voronka::storage {
namespace {

constexpr std::chrono::seconds kBetweenTries{2};

bool WasKilledWaiting(const DatabaseError& error) {
  constexpr int kInterrupted = 1317;
  constexpr int kLockWaitTimeout = 1205;
  return error.code() == kInterrupted || error.code() == kLockWaitTimeout;
}

bool TryToChange(const config::v1::Database& database, Connection& db, const std::string& sql,
                 MigrationReport& report) {
  const LockWatch watch(database, db.Query("SELECT CONNECTION_ID()").at(0).Int(0), report);
  try {
    db.ExecuteUnprepared(sql);
    return true;
  } catch (const DatabaseError& error) {
    if (!WasKilledWaiting(error)) throw;
    return false;
  }
}

}  // namespace

void ChangeShape(const config::v1::Database& database, Connection& db, const std::string& sql,
                 MigrationReport& report) {
  db.ExecuteUnprepared("SET SESSION lock_wait_timeout = 1");
  while (!TryToChange(database, db, sql, report)) {
    report.Waits(
        "a long transaction, a backup or a change of its shape uses the table: it goes on when that has ended");
    std::this_thread::sleep_for(kBetweenTries);
  }
}

bool IsRefusedUnlocked(const DatabaseError& error) {
  constexpr int kNotSupported = 1845;
  constexpr int kNotSupportedBecause = 1846;
  return error.code() == kNotSupported || error.code() == kNotSupportedBecause;
}

}  // namespace voronka::storage

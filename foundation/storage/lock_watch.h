#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <thread>

#include "foundation/storage/connection.h"
#include "foundation/storage/migration_report.h"

namespace voronka::storage {

// Watches a statement of another connection that changes the shape of a table, and ends it if it has waited for the
// table for `kPatience`: until it is served, whoever came after it waits too. The server's own limit,
// lock_wait_timeout, knows whole seconds only. It is the limit if the watch itself fails.
class LockWatch {
 public:
  static constexpr std::chrono::milliseconds kPatience{200};

  // `connection_id`: CONNECTION_ID() of the other one, of the same user.
  // `report`: told that the statement goes on; nobody else may use it meanwhile.
  LockWatch(const config::v1::Database& database, int64_t connection_id, MigrationReport& report);

 private:
  void Watch(const std::stop_token& stop);
  void LookOnce();

  Connection db_;
  const int64_t connection_id_;
  MigrationReport& report_;
  // The statement that waits, by the server's number of it, and since when.
  int64_t waiting_ = 0;
  std::chrono::steady_clock::time_point since_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

}  // namespace voronka::storage

#pragma once

#include <optional>
#include <string>

#include "foundation/process/clock.h"
#include "foundation/process/metrics.h"
#include "foundation/storage/connection.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

// Whether the database answers and has disk, in the metrics. The moment of the last answer stands still while it does
// not answer, even if a connection hangs. Its disk is only known on the same machine: through a Unix socket.
class DatabaseReport {
 public:
  // `clock` is this machine's own, which Prometheus compares with.
  DatabaseReport(const config::v1::Database& database, const process::Clock& clock, process::Metrics& metrics);

  // Throws while the database does not answer.
  void Ask(storage::Connection& db);

 private:
  void ReportDisk(storage::Connection& db);

  const bool is_on_this_machine_;
  const process::Clock& clock_;
  process::Metrics& metrics_;
  prometheus::Gauge& answered_;
  // Of the database's data; nothing: not asked yet.
  std::optional<std::string> folder_;
};

}  // namespace voronka::rpc

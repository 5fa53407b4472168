#include "foundation/rpc/server/database_report.h"

#include <filesystem>
#include <system_error>

namespace voronka::rpc {
namespace {

constexpr double kMicrosInSecond = 1'000'000;

}  // namespace

DatabaseReport::DatabaseReport(const config::v1::Database& database, const process::Clock& clock,
                               process::Metrics& metrics)
    : is_on_this_machine_(!database.unix_socket().empty()),
      clock_(clock),
      metrics_(metrics),
      answered_(
          metrics.Gauge("database_answered_time_seconds", "When the database last answered, in seconds since 1970.")) {}

void DatabaseReport::Ask(storage::Connection& db) {
  (void)db.Now();
  answered_.Set(static_cast<double>(clock_.NowMicros()) / kMicrosInSecond);
  if (is_on_this_machine_) ReportDisk(db);
}

void DatabaseReport::ReportDisk(storage::Connection& db) {
  if (!folder_) folder_ = db.Query("SELECT @@datadir").at(0).Text(0);
  std::error_code hidden;
  const auto space = std::filesystem::space(*folder_, hidden);
  if (hidden) return;
  metrics_.Gauge("database_disk_size_bytes", "Size of the disk with the database's data.")
      .Set(static_cast<double>(space.capacity));
  metrics_.Gauge("database_disk_free_bytes", "What the database may still write to that disk.")
      .Set(static_cast<double>(space.available));
}

}  // namespace voronka::rpc

#include "foundation/rpc/server/zone_report.h"

namespace voronka::rpc {
namespace {

constexpr double kSecond = 1'000'000;

}  // namespace

void ReportZones(const calendar::ZoneDatabase& database, int64_t now, process::Log& log, process::Metrics& metrics) {
  metrics
      .Gauge("time_zones_made_seconds", "When the time zone database was made, in seconds since 1970.",
             {{"version", database.version}})
      .Set(static_cast<double>(database.made) / kSecond);
  log.Info("time zones", {{"version", database.version}, {"zones", static_cast<int64_t>(database.names.size())}});
  for (const auto& doubt : calendar::DoubtsAbout(database, now)) {
    log.Warning(doubt + "; update the package tzdata and restart",
                {{"version", database.version}, {"tested_with", calendar::kTestedZoneVersion}});
  }
}

}  // namespace voronka::rpc

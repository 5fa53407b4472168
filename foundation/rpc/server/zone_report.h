#pragma once

#include "foundation/calendar/zone_database.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"

namespace voronka::rpc {

// Reports to the operator which time zones the process works with: in the log, with a warning if local times may be
// wrong, and as `voronka_time_zones_made_seconds{version}`. Where a zone's rules have changed since, the server and a
// browser differ by an hour.
void ReportZones(const calendar::ZoneDatabase& database, int64_t now, process::Log& log, process::Metrics& metrics);

}  // namespace voronka::rpc

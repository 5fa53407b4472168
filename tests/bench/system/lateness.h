#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// With 1,000 live streams: how late 1,000 offers that expire in one second are reclaimed, and how late 1,000 reminders
// that are due in one second are seen.
void MeasureLateness(Report& report);

}  // namespace voronka::bench

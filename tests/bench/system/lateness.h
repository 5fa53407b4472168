#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// With 1,000 live streams: how late 1,000 offers are taken back that lapse in one second, and how late 1,000 reminders
// are seen that are due in one second.
void MeasureLateness(Report& report);

}  // namespace voronka::bench

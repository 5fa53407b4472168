#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// The memory of each service that has nothing to do, and the time from its start until it serves.
void MeasureIdleServices(Report& report);

}  // namespace voronka::bench

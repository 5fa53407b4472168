#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Memory of each idle service, and the time from its start until it serves.
void MeasureIdleServices(Report& report);

}  // namespace voronka::bench

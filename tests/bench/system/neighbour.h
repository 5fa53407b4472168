#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// How long an account's calls take beside another's flood of 200 calls in flight, against calm.
void MeasureNeighbour(Report& report);

}  // namespace voronka::bench

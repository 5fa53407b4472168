#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Duration of an account's calls during another account's flood of 200 calls in flight, compared with calm.
void MeasureNeighbour(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// What the indexes by which filters and lists find deals cost a move.
void MeasureFilterIndexes(Report& report);

}  // namespace voronka::bench

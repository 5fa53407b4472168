#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Planning and applying a solution in an account with 100,000 deals, and how long its moves wait meanwhile.
void MeasureConfiguration(Report& report);

}  // namespace voronka::bench

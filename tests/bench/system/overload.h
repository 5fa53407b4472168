#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Duration of admitted calls when four times as many arrive as can be served in time.
void MeasureOverload(Report& report);

}  // namespace voronka::bench

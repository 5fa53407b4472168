#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// A call that a bare server answers at once, through the gateway and through Node's: their own cost.
void MeasureEdgeEcho(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// A call that a bare server answers at once, through the gateway and through Node's: what they cost themselves.
void MeasureEdgeEcho(Report& report);

}  // namespace voronka::bench

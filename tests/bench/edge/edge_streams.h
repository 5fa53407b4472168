#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// What an open stream holds in the gateway.
void MeasureEdgeStreams(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Memory that an open stream holds in the gateway.
void MeasureEdgeStreams(Report& report);

}  // namespace voronka::bench

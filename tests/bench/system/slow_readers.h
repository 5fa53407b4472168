#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// How soon news is on 1,000 streams where all read, and where one in ten does not and a push service is down. In pairs,
// so that changes on the machine affect both alike.
void MeasureSlowReaders(Report& report);

}  // namespace voronka::bench

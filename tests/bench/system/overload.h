#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// How long what is admitted takes where four times as much is asked for as can be served in time.
void MeasureOverload(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// What an idle subscriber of the notifier costs in memory, beside a stream of a server that does nothing else.
void MeasureIdleSubscribers(Report& report);

}  // namespace voronka::bench

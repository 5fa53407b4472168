#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Memory of an idle subscriber in the notifier, compared with a stream of a server that does nothing else.
void MeasureIdleSubscribers(Report& report);

}  // namespace voronka::bench

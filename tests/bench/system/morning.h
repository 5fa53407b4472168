#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// How late reminders are told and pushed: 1,000 that are due in one second, and 20,000 that are due in ten, as in the
// morning. Each of 100 managers has a stream and a phone; once also ten streams.
void MeasureMorning(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Time from an inquiry to its offer on a manager's live stream, at 200 inquiries a second, with one process of each
// service and with two.
void MeasureOffers(Report& report);

}  // namespace voronka::bench

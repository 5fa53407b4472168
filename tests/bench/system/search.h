#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Search while three words are typed that stand in every deal, in 1,000,000 deals and in 10,000, and how long indexing
// them takes.
void MeasureSearch(Report& report);

}  // namespace voronka::bench

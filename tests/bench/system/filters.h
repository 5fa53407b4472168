#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// A thousand filters and orders, drawn from a seed (VORONKA_SEED), of 1,000,000 deals and as many contacts in one
// account against 10,000: how long the first page takes, and counting and adding up. Names the slowest.
void MeasureFilters(Report& report);

}  // namespace voronka::bench

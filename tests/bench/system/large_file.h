#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// VORONKA_FILE_BYTES: how large the file is, for a short run.
void MeasureLargeFile(Report& report);

}  // namespace voronka::bench

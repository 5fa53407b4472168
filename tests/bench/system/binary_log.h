#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// What MariaDB's binary log costs: MoveDeal, and the least move, on a server that writes it as docs/installation.md
// says, compared with the same on a server without it.
void MeasureBinaryLog(Report& report);

}  // namespace voronka::bench

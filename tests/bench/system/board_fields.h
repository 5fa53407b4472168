#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// A column of the board whose cards have five fields of the account's own, compared with one whose cards have none.
void MeasureBoardFields(Report& report);

}  // namespace voronka::bench

#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// MoveDeal in an account with the solution `trade_b24`, whose deals have thirty fields of the account's own, compared
// with the same move in an account whose pipeline has no rules, and whose deals have no such fields.
void MeasureRuledMoves(Report& report);

}  // namespace voronka::bench

#pragma once

#include <vector>

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

namespace voronka::testing {

// All violations of the history, by the rules of rules.h and stream_rules.h. Empty: none.
std::vector<Violation> Check(const History& history);

}  // namespace voronka::testing

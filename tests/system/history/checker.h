#pragma once

#include <vector>

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

namespace voronka::testing {

// Everything that is illegal in the history, by all rules of rules.h and stream_rules.h. Empty: nothing.
std::vector<Violation> Check(const History& history);

}  // namespace voronka::testing

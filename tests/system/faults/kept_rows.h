#pragma once

#include <cstdint>
#include <vector>

#include "tests/support/system.h"
#include "tests/system/history/history.h"

namespace voronka::testing {

// Fills in the rows that the services store for these accounts.
void ReadKeptRows(const System& system, const std::vector<int64_t>& account_ids, History& history);

}  // namespace voronka::testing

#pragma once

#include <cstdint>

namespace voronka::process {

// Raises the number of files that this process may have open to the most that the system lets it: each connection is
// one. Returns that number.
uint64_t RaiseFileLimit();

}  // namespace voronka::process

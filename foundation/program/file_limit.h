#pragma once

#include <cstdint>

namespace voronka::process {

// Raises the process's limit of open files to the highest that the system allows, because each connection takes one.
// Returns that limit.
uint64_t RaiseFileLimit();

}  // namespace voronka::process

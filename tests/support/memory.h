#pragma once

#include <sys/types.h>

#include <cstdint>

namespace voronka::testing {

// Resident memory of a process.
int64_t ResidentBytes(pid_t process);

}  // namespace voronka::testing

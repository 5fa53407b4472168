#pragma once

#include <sys/types.h>

#include <cstdint>

namespace voronka::testing {

// What of its memory a process has in the machine's.
int64_t ResidentBytes(pid_t process);

}  // namespace voronka::testing

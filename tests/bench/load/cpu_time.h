#pragma once

#include <sys/types.h>

#include <chrono>

namespace voronka::bench {

// What a running process has used of all cores together, in user and kernel mode.
std::chrono::duration<double> CpuTime(pid_t process);

}  // namespace voronka::bench

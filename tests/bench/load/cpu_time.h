#pragma once

#include <sys/types.h>

#include <chrono>

namespace voronka::bench {

// CPU time of a running process on all cores together, in user and kernel mode.
std::chrono::duration<double> CpuTime(pid_t process);

}  // namespace voronka::bench

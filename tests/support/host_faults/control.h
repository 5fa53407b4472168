#pragma once

#include <atomic>
#include <cstdint>

namespace voronka::testing {

// Shared in a file between a test and the program that suffers the faults.
struct HostFaultControl {
  // How far the program's wall clock is ahead.
  std::atomic<int64_t> clock_offset_nanos;
  // No file of the program can grow.
  std::atomic<bool> disk_is_full;
  // Additional time of each write to InnoDB's log.
  std::atomic<int64_t> log_delay_micros;
};

// The environment variable that names the file to the program.
inline constexpr char kHostFaultVariable[] = "VORONKA_HOST_FAULTS";

}  // namespace voronka::testing

#pragma once

#include <atomic>
#include <cstdint>

namespace voronka::testing {

// Shared between a test and the program that is to suffer, in a file.
struct HostFaultControl {
  // How far the program's wall clock is ahead.
  std::atomic<int64_t> clock_offset_nanos;
  // No file of the program's can grow.
  std::atomic<bool> disk_is_full;
  // How much longer it takes to write to the log of InnoDB.
  std::atomic<int64_t> log_delay_micros;
};

// Names the file to the program.
inline constexpr char kHostFaultVariable[] = "VORONKA_HOST_FAULTS";

}  // namespace voronka::testing

#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/host_faults/control.h"

namespace voronka::testing {

// Faults of the machine that a program runs on, simulated by a preloaded library.
class HostFaults {
 public:
  // The file that controls the program.
  explicit HostFaults(const std::filesystem::path& file);
  ~HostFaults();
  HostFaults(const HostFaults&) = delete;
  HostFaults& operator=(const HostFaults&) = delete;

  // Goes before the program's command.
  std::vector<std::string> Prefix() const;

  // From now on the program's wall clock is this far ahead.
  void SetClock(std::chrono::microseconds ahead);
  // No file of the program can grow.
  void SetDiskFull(bool full);
  // Additional time of each write to InnoDB's log. During that time a commit is visible, but would be lost if the
  // process died.
  void SetLogDelay(std::chrono::microseconds delay);

 private:
  const std::filesystem::path file_;
  HostFaultControl* control_ = nullptr;
};

}  // namespace voronka::testing

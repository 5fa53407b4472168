#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/host_faults/control.h"

namespace voronka::testing {

// What can go wrong with the machine that a program runs on, by a library that is loaded before it.
class HostFaults {
 public:
  // The file through which the program is reached.
  explicit HostFaults(const std::filesystem::path& file);
  ~HostFaults();
  HostFaults(const HostFaults&) = delete;
  HostFaults& operator=(const HostFaults&) = delete;

  // Before the program's command.
  std::vector<std::string> Prefix() const;

  // The program's wall clock is so far ahead from now on.
  void SetClock(std::chrono::microseconds ahead);
  // No file of the program's can grow.
  void SetDiskFull(bool full);
  // Each write to the log of InnoDB takes so much longer: for so long what is committed can be seen, and would be lost
  // with the process.
  void SetLogDelay(std::chrono::microseconds delay);

 private:
  const std::filesystem::path file_;
  HostFaultControl* control_ = nullptr;
};

}  // namespace voronka::testing

#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <thread>

namespace voronka::bench {

// By how much the memory of a process has grown at most since this began.
class MemoryGrowth {
 public:
  explicit MemoryGrowth(pid_t process);
  ~MemoryGrowth();
  MemoryGrowth(const MemoryGrowth&) = delete;
  MemoryGrowth& operator=(const MemoryGrowth&) = delete;

  double Mebibytes() const;

 private:
  void Watch();

  const pid_t process_;
  const int64_t before_;
  std::atomic<int64_t> most_;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

}  // namespace voronka::bench

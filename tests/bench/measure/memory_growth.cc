#include "tests/bench/measure/memory_growth.h"

#include <algorithm>
#include <chrono>

#include "tests/support/memory.h"

namespace voronka::bench {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks(20);
constexpr double kMebibyte = 1 << 20;

}  // namespace

MemoryGrowth::MemoryGrowth(pid_t process)
    : process_(process), before_(testing::ResidentBytes(process)), most_(before_), thread_([this] { Watch(); }) {}

MemoryGrowth::~MemoryGrowth() {
  is_over_ = true;
  thread_.join();
}

double MemoryGrowth::Mebibytes() const { return static_cast<double>(most_ - before_) / kMebibyte; }

void MemoryGrowth::Watch() {
  while (!is_over_) {
    most_ = std::max(most_.load(), testing::ResidentBytes(process_));
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

}  // namespace voronka::bench

#pragma once

#include <chrono>

namespace voronka::storage {

// How many ids to take at once. Normally `least`, which is 1 for numbers without gaps; up to 100 while more than ten
// ids a second are taken.
class BlockSize {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  explicit BlockSize(int least = 1) : least_(least), size_(least) {}

  // Called when the last block is used up.
  int Next(TimePoint now);

 private:
  int least_;
  TimePoint last_refill_{};
  int taken_fast_ = 0;
  int size_;
};

}  // namespace voronka::storage

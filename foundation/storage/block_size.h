#pragma once

#include <chrono>

namespace voronka::storage {

// How many ids to take at once: `least`, which is 1 where numbers are to have no gaps; more, up to 100, only while more
// than ten a second are taken.
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

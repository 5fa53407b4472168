#pragma once

#include <chrono>

namespace voronka::storage {

// How many ids to take at once: 1, so that numbers have no gaps; more, up to 100, only while more than ten a second
// are taken.
class BlockSize {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  // Called when the last block is used up.
  int Next(TimePoint now);

 private:
  TimePoint last_refill_{};
  int taken_fast_ = 0;
  int size_ = 1;
};

}  // namespace voronka::storage

#pragma once

#include <chrono>
#include <random>

namespace voronka::testing {

// Random numbers that are the same for the same seed.
class Dice {
 public:
  explicit Dice(uint64_t seed) : engine_(seed) {}

  // From 0 up to `sides` - 1.
  int Throw(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(engine_); }
  // True once in this many times.
  bool Once(int in) { return Throw(in) == 0; }
  std::chrono::milliseconds Between(std::chrono::milliseconds from, std::chrono::milliseconds to) {
    return std::chrono::milliseconds(std::uniform_int_distribution<int64_t>(from.count(), to.count())(engine_));
  }

 private:
  std::mt19937_64 engine_;
};

// VORONKA_SEED, or a new one.
uint64_t SeedOfThisRun();

}  // namespace voronka::testing

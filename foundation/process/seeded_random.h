#pragma once

#include <cstdint>
#include <random>

#include "foundation/process/random.h"

namespace voronka::process {

// Returns the same numbers for the same seed on every machine: for tests and simulations, never for secrets. Not
// thread-safe.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(uint64_t seed) : engine_(seed) {}
  void Fill(std::span<std::byte> bytes) override;

 private:
  std::mt19937_64 engine_;
};

}  // namespace voronka::process

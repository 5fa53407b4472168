#pragma once

#include <cstdint>
#include <random>

#include "foundation/process/random.h"

namespace voronka::process {

// The same numbers for the same seed, on every machine: for tests and simulations, never for secrets. For one thread.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(uint64_t seed) : engine_(seed) {}
  void Fill(std::span<std::byte> bytes) override;

 private:
  std::mt19937_64 engine_;
};

}  // namespace voronka::process

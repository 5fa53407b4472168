#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace voronka::process {

class Random {
 public:
  virtual ~Random() = default;
  virtual void Fill(std::span<std::byte> bytes) = 0;

  uint64_t Uint64();
  // Uniform in [0, 1).
  double Uniform01();
  // `bytes` random bytes as twice as many lower-case hexadecimal digits.
  std::string Hex(size_t bytes);
};

// The kernel's generator: suitable for secrets, safe to use from every thread.
class SystemRandom final : public Random {
 public:
  void Fill(std::span<std::byte> bytes) override;
};

}  // namespace voronka::process

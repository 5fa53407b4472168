#include "foundation/process/random.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <vector>

namespace voronka::process {

uint64_t Random::Uint64() {
  uint64_t value = 0;
  Fill(std::as_writable_bytes(std::span(&value, 1)));
  return value;
}

double Random::Uniform01() {
  // A double holds 53 bits, so every value is exact and 1 is never reached.
  return static_cast<double>(Uint64() >> 11) * 0x1p-53;
}

std::string Random::Hex(size_t bytes) {
  std::vector<std::byte> random(bytes);
  Fill(random);
  std::string digits;
  for (const std::byte byte : random) fmt::format_to(std::back_inserter(digits), "{:02x}", std::to_integer<int>(byte));
  return digits;
}

void SystemRandom::Fill(std::span<std::byte> bytes) {
  constexpr size_t kMostAtOnce = 256;
  while (!bytes.empty()) {
    const size_t size = std::min(bytes.size(), kMostAtOnce);
    if (getentropy(bytes.data(), size) != 0) throw std::system_error(errno, std::generic_category(), "getentropy");
    bytes = bytes.subspan(size);
  }
}

}  // namespace voronka::process

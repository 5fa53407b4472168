#include "foundation/process/seeded_random.h"

namespace voronka::process {

void SeededRandom::Fill(std::span<std::byte> bytes) {
  uint64_t word = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    word = i % sizeof(word) == 0 ? engine_() : word >> 8;
    bytes[i] = static_cast<std::byte>(word & 0xff);
  }
}

}  // namespace voronka::process

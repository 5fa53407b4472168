#include "tests/system/faults/dice.h"

#include <cstdlib>
#include <string>

namespace voronka::testing {

uint64_t SeedOfThisRun() {
  const char* given = std::getenv("VORONKA_SEED");
  return given != nullptr ? std::stoull(given) : std::random_device()();
}

}  // namespace voronka::testing

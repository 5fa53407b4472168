#include <cstdlib>
#include <iostream>

#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Require(bool holds, std::string_view property) {
  if (holds) return;
  std::cerr << "does not hold: " << property << std::endl;
  std::abort();
}

}  // namespace voronka::fuzz

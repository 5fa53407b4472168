#include "tests/system/size.h"

#include <cstdlib>
#include <string_view>

namespace voronka::testing {

bool IsFullSize() {
  const char* full = std::getenv("VORONKA_FULL");
  return full != nullptr && std::string_view(full) == "1";
}

}  // namespace voronka::testing

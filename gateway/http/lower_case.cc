#include "gateway/http/lower_case.h"

#include <algorithm>
#include <cctype>

namespace voronka::gateway {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return lower;
}

}  // namespace voronka::gateway

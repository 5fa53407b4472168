#pragma once

#include <string>
#include <vector>

namespace voronka::demo {

// The solutions that come with the program, each of which the demo has words and a story for.
inline const std::vector<std::string>& KnownSolutions() {
  static const std::vector<std::string> known{"dealers", "osiris", "school", "small", "trade_b24", "wholesale"};
  return known;
}

}  // namespace voronka::demo

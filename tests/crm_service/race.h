#pragma once

#include <functional>
#include <string>
#include <vector>

namespace voronka::testing {

// Runs all at the same moment, each on a thread of its own. With what reason each call was refused; empty where it was
// not.
std::vector<std::string> Race(const std::vector<std::function<void()>>& rivals);

}  // namespace voronka::testing

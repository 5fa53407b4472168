#pragma once

#include <functional>
#include <string>
#include <vector>

namespace voronka::testing {

// Runs all calls concurrently, each in its own thread. Returns the reason of each refused call; empty for a success.
std::vector<std::string> Race(const std::vector<std::function<void()>>& rivals);

}  // namespace voronka::testing

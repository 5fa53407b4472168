#pragma once

#include <string>

#include "tests/bench/load/load.h"

namespace voronka::bench {

// Returns the serialised response. Throws std::runtime_error if the call fails.
std::string CallOnce(const std::string& address, const std::string& method, const Call& call);

}  // namespace voronka::bench

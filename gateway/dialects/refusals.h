#pragma once

#include <string>

#include "gateway/dialects/dialect.h"

namespace voronka::gateway {

// INVALID_ARGUMENT: bytes that are not what they are said to be.
Refused Malformed(const std::string& what);
Refused Unimplemented(const std::string& what);

}  // namespace voronka::gateway

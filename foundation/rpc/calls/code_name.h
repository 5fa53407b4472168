#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// As gRPC spells it: `INVALID_ARGUMENT`.
std::string CodeName(Code code);

}  // namespace voronka::rpc

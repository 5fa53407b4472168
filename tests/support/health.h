#pragma once

#include <string>

namespace voronka::testing {

// What a server at this address answers to grpc.health.v1.Health; false where nobody listens.
bool IsServing(const std::string& address);

}  // namespace voronka::testing

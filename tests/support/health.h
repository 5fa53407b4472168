#pragma once

#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// What a server at this address answers to grpc.health.v1.Health; false where nobody listens. `tls` as a client's.
bool IsServing(const std::string& address, const config::v1::Tls& tls = {});

}  // namespace voronka::testing

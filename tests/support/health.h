#pragma once

#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// Asks grpc.health.v1.Health of a server at this address; false if nobody listens. `tls` is a client's.
bool IsServing(const std::string& address, const config::v1::Tls& tls = {});

}  // namespace voronka::testing

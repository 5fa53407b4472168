#pragma once

#include <grpcpp/support/status_code_enum.h>

#include <string_view>

namespace voronka::client {

// As in the gRPC documentation: FAILED_PRECONDITION.
std::string_view StatusName(grpc::StatusCode code);

}  // namespace voronka::client

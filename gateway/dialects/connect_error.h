#pragma once

#include <grpcpp/support/status.h>

#include <string>

#include "gateway/http/message.h"

namespace voronka::gateway {

// A failure as the Connect protocol writes it: {"code": …, "message": …, "details": […]}.
std::string ConnectError(const grpc::Status& status);

// The HTTP status that goes with it.
http::status HttpStatusOf(grpc::StatusCode code);

// As `not_found`.
std::string_view ConnectCode(grpc::StatusCode code);

}  // namespace voronka::gateway

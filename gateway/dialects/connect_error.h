#pragma once

#include <grpcpp/support/status.h>

#include <optional>
#include <string>

#include "gateway/http/message.h"

namespace voronka::gateway {

// A failure as the Connect protocol writes it: {"code": …, "message": …, "details": […]}.
std::string ConnectError(const grpc::Status& status);

// The HTTP status that goes with it.
http::status HttpStatusOf(grpc::StatusCode code);

// Both, for a request of HTTP that is no call of Connect, with when it may be repeated.
Response ConnectRefusal(const grpc::Status& status);

// As `not_found`.
std::string_view ConnectCode(grpc::StatusCode code);

// After how many whole seconds a refused call may be repeated. Nothing: the service does not say.
std::optional<std::string> RetryAfterSeconds(const grpc::Status& status);

}  // namespace voronka::gateway

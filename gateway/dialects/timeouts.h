#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace voronka::gateway {

// How long the client wants to wait. Nothing: it does not say. More than a year counts as a year. Throw Refused for
// what is not a timeout.

// As gRPC writes it: up to eight digits and a unit, `10S`, `250m`.
std::optional<std::chrono::milliseconds> GrpcTimeout(std::string_view text);
// As Connect does: up to ten digits, of milliseconds.
std::optional<std::chrono::milliseconds> ConnectTimeout(std::string_view text);

}  // namespace voronka::gateway

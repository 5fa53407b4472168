#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// As gRPC writes a status's message: `%` and everything but printable ASCII as %XX.
std::string PercentEncoded(std::string_view text);

// What is not %XX stays as it is.
std::string PercentDecoded(std::string_view text);

}  // namespace voronka::gateway

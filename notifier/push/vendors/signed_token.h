#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace voronka::notifier {

// Seconds since 1970 UTC, as tokens count them.
inline int64_t NumericDate(int64_t micros) { return micros / 1'000'000; }

// A JSON Web Token (RFC 7519). `sign` gets the text to sign.
std::string SignedToken(const nlohmann::json& header, const nlohmann::json& claims,
                        const std::function<std::string(std::string_view)>& sign);

}  // namespace voronka::notifier

#pragma once

#include <string>

#include "gateway/http/exchange.h"

namespace voronka::gateway {

// The cookie that holds the refresh token: sent to `/session` alone, and read by no script.

// Empty: the browser sent none.
std::string RefreshTokenOf(const Request& request);

// What sets it, for 30 days, or, with an empty token, removes it.
std::string RefreshCookie(const std::string& token, bool secure);

}  // namespace voronka::gateway

#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "gateway/http/exchange.h"

namespace voronka::gateway {

// Empty: the browser sent none of that name.
std::string CookieOf(const Request& request, std::string_view name);

// What sets a cookie that is sent to `/session` alone, and read by no script, or, with an empty value, removes it.
std::string SessionCookie(std::string_view name, const std::string& value, std::chrono::seconds lifetime, bool secure);

}  // namespace voronka::gateway

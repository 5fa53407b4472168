#pragma once

#include <string>

#include "gateway/http/exchange.h"

namespace voronka::gateway {

// The cookie by which a browser is known on which somebody has logged in before: it outlives the session, so that
// strangers who guess the password do not keep its owner out. Sent to `/session` alone, and read by no script.

// Empty: the browser sent none.
std::string DeviceTokenOf(const Request& request);

// What sets it.
std::string DeviceCookie(const std::string& token, bool secure);

}  // namespace voronka::gateway

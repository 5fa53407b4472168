#pragma once

#include <string>

#include "gateway/http/message.h"

namespace voronka::gateway {

// The cookies of a browser. They are sent only to `/session`, and no script can read them. A token is empty if the
// browser sent none.

// Holds the refresh token.
std::string RefreshTokenOf(const Request& request);
// What sets it, for 30 days, or, with an empty token, removes it.
std::string RefreshCookie(const std::string& token, bool secure);

// Recognises a browser in which somebody has logged in before. It outlives the session, so that strangers who guess the
// password do not keep its owner out.
std::string DeviceTokenOf(const Request& request);
// What sets it.
std::string DeviceCookie(const std::string& token, bool secure);

}  // namespace voronka::gateway

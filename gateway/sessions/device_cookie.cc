#include "gateway/sessions/device_cookie.h"

#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kName = "voronka_device";
// Browsers keep none longer.
constexpr std::chrono::days kLifetime(400);

}  // namespace

std::string DeviceTokenOf(const Request& request) { return CookieOf(request, kName); }

std::string DeviceCookie(const std::string& token, bool secure) {
  return SessionCookie(kName, token, kLifetime, secure);
}

}  // namespace voronka::gateway

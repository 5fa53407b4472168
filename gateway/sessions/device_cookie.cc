#include "gateway/sessions/device_cookie.h"

#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kDeviceCookie = "voronka_device";
// Browsers keep none longer.
constexpr std::chrono::days kDeviceCookieLifetime(400);

}  // namespace

std::string DeviceTokenOf(const Request& request) { return CookieOf(request, kDeviceCookie); }

std::string DeviceCookie(const std::string& token, bool secure) {
  return SessionCookie(kDeviceCookie, token, kDeviceCookieLifetime, secure);
}

}  // namespace voronka::gateway

#include "gateway/sessions/refresh_cookie.h"

#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kRefreshCookie = "voronka_refresh";
constexpr std::chrono::days kRefreshCookieLifetime(30);

}  // namespace

std::string RefreshTokenOf(const Request& request) { return CookieOf(request, kRefreshCookie); }

std::string RefreshCookie(const std::string& token, bool secure) {
  return SessionCookie(kRefreshCookie, token, kRefreshCookieLifetime, secure);
}

}  // namespace voronka::gateway

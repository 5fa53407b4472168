#include "gateway/sessions/refresh_cookie.h"

#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kName = "voronka_refresh";
constexpr std::chrono::days kLifetime(30);

}  // namespace

std::string RefreshTokenOf(const Request& request) { return CookieOf(request, kName); }

std::string RefreshCookie(const std::string& token, bool secure) {
  return SessionCookie(kName, token, kLifetime, secure);
}

}  // namespace voronka::gateway

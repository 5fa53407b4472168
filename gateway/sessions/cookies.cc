#include "gateway/sessions/cookies.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "foundation/wire/trimmed.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kRefreshCookie = "voronka_refresh";
constexpr std::chrono::days kRefreshCookieLifetime(30);
constexpr std::string_view kDeviceCookie = "voronka_device";
// Browsers keep no cookie longer.
constexpr std::chrono::days kDeviceCookieLifetime(400);

std::string CookieOf(const Request& request, std::string_view name) {
  std::string_view cookies = HeaderOf(request, "cookie");
  while (!cookies.empty()) {
    const size_t end = cookies.find(';');
    const auto cookie = wire::Trimmed(cookies.substr(0, end));
    const size_t equals = cookie.find('=');
    if (cookie.substr(0, equals) == name && equals != std::string_view::npos) {
      return std::string(cookie.substr(equals + 1));
    }
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
  }
  return {};
}

// An empty value removes it.
std::string SessionCookie(std::string_view name, const std::string& value, std::chrono::seconds lifetime, bool secure) {
  return fmt::format("{}={}; Path=/session; Max-Age={}; HttpOnly; SameSite=Strict{}", name, value,
                     value.empty() ? 0 : lifetime.count(), secure ? "; Secure" : "");
}

}  // namespace

std::string RefreshTokenOf(const Request& request) { return CookieOf(request, kRefreshCookie); }

std::string RefreshCookie(const std::string& token, bool secure) {
  return SessionCookie(kRefreshCookie, token, kRefreshCookieLifetime, secure);
}

std::string DeviceTokenOf(const Request& request) { return CookieOf(request, kDeviceCookie); }

std::string DeviceCookie(const std::string& token, bool secure) {
  return SessionCookie(kDeviceCookie, token, kDeviceCookieLifetime, secure);
}

}  // namespace voronka::gateway

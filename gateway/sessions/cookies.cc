#include "gateway/sessions/cookies.h"

#include <fmt/format.h>

#include "gateway/http/trimmed.h"

namespace voronka::gateway {

std::string CookieOf(const Request& request, std::string_view name) {
  std::string_view cookies = HeaderOf(request, "cookie");
  while (!cookies.empty()) {
    const size_t end = cookies.find(';');
    const auto cookie = Trimmed(cookies.substr(0, end));
    const size_t equals = cookie.find('=');
    if (cookie.substr(0, equals) == name && equals != std::string_view::npos) {
      return std::string(cookie.substr(equals + 1));
    }
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
  }
  return {};
}

std::string SessionCookie(std::string_view name, const std::string& value, std::chrono::seconds lifetime, bool secure) {
  return fmt::format("{}={}; Path=/session; Max-Age={}; HttpOnly; SameSite=Strict{}", name, value,
                     value.empty() ? 0 : lifetime.count(), secure ? "; Secure" : "");
}

}  // namespace voronka::gateway

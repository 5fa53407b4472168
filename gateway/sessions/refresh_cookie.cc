#include "gateway/sessions/refresh_cookie.h"

#include <fmt/format.h>

#include <algorithm>

namespace voronka::gateway {
namespace {

constexpr std::string_view kName = "voronka_refresh";
constexpr int kThirtyDays = 30 * 24 * 3600;

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const size_t begin = std::min(text.size(), text.find_first_not_of(kBlank));
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

}  // namespace

std::string RefreshTokenOf(const Request& request) {
  std::string_view cookies = HeaderOf(request, "cookie");
  while (!cookies.empty()) {
    const size_t end = cookies.find(';');
    const auto cookie = Trimmed(cookies.substr(0, end));
    const size_t equals = cookie.find('=');
    if (cookie.substr(0, equals) == kName && equals != std::string_view::npos) {
      return std::string(cookie.substr(equals + 1));
    }
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
  }
  return {};
}

std::string RefreshCookie(const std::string& token, bool secure) {
  return fmt::format("{}={}; Path=/session; Max-Age={}; HttpOnly; SameSite=Strict{}", kName, token,
                     token.empty() ? 0 : kThirtyDays, secure ? "; Secure" : "");
}

}  // namespace voronka::gateway

#include "gateway/sessions/cookies.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  gateway::Request request;
  request.set("cookie", input);
  const std::string token = gateway::RefreshTokenOf(request);
  Require(token.find(';') == std::string::npos, "a token ends where its cookie does");
  Require(input.find("voronka_refresh=" + token) != std::string::npos || token.empty(), "a token is what was sent");
  const std::string cookie = gateway::RefreshCookie(token, true);
  request.set("cookie", "other=1; " + cookie.substr(0, cookie.find(';')));
  Require(gateway::RefreshTokenOf(request) == token, "a token comes back as it was set");
}

}  // namespace voronka::fuzz

#include <algorithm>
#include <optional>

#include "foundation/security/access_token.h"
#include "tests/foundation/security/token_forge.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using security::Claims;
using security::TokenForge;

class Office {
 public:
  // Nothing if the token is refused.
  std::optional<Claims> Verify(const std::string& token) const {
    try {
      return verifier_.Verify(token, TokenForge::kNow);
    } catch (const security::InvalidToken&) {
      return std::nullopt;
    }
  }
  const std::string& IssuedToken() const { return token_; }

 private:
  using Keys = google::protobuf::RepeatedPtrField<config::v1::TokenKey>;

  TokenForge forge_;
  const std::vector<config::v1::TokenKey> keys_ = {forge_.NewKey("crm"), forge_.NewKey("bot", "distribution")};
  const security::TokenVerifier verifier_{Keys(keys_.begin(), keys_.end())};
  const std::string token_ = forge_.Sign(TokenForge::Header("crm").dump(), TokenForge::Person().dump(), "crm");
};

// The difference is applied byte by byte; a longer rest is appended to the token.
std::string Changed(std::string token, const std::string& difference) {
  const size_t common = std::min(token.size(), difference.size());
  for (size_t i = 0; i < common; ++i) token[i] = static_cast<char>(token[i] ^ difference[i]);
  return token + difference.substr(common);
}

}  // namespace

void Check(const std::string& input) {
  static const Office office{};
  Require(!office.Verify(input), "nobody writes a token without the key");
  const std::string changed = Changed(office.IssuedToken(), input);
  Require(office.Verify(changed).has_value() == (changed == office.IssuedToken()), "only the token itself is valid");
}

}  // namespace voronka::fuzz

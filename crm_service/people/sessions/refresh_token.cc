#include "crm_service/people/sessions/refresh_token.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

// Takes a positive number and the dot after it off the front of `text`; 0 where there is none.
int64_t TakeNumber(std::string_view& text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size() || *end != '.') return 0;
  text.remove_prefix(end - text.data() + 1);
  return number;
}

constexpr size_t kUnproven = 43;

std::string Proven(const std::string& unproven, const std::string& family) {
  return family.empty() ? unproven : unproven + security::EncodeBase64Url(security::HmacSha256(family, unproven));
}

}  // namespace

std::optional<RefreshToken> RefreshToken::Parse(const std::string& text) {
  std::string_view rest = text;
  const int64_t account_id = TakeNumber(rest);
  const int64_t session_id = TakeNumber(rest);
  if (account_id <= 0 || session_id <= 0 || rest.empty()) return std::nullopt;
  return RefreshToken{account_id, session_id, std::string(rest)};
}

std::string RefreshToken::Spelled() const { return fmt::format("{}.{}.{}", account_id, session_id, secret); }

std::string NewRefreshSecret(process::Random& random, const std::string& family) {
  return Proven(security::NewSecret(random), family);
}

std::string SuccessorOf(const std::string& secret, const std::string& salt, const std::string& family) {
  return Proven(security::EncodeBase64Url(security::Sha256(salt + secret)), family);
}

bool IsOfFamily(const std::string& secret, const std::string& family) {
  if (family.empty()) return false;
  return security::EqualInConstantTime(secret, Proven(secret.substr(0, kUnproven), family)) ||
         security::EqualInConstantTime(security::Sha256(secret), family);
}

}  // namespace voronka::crm

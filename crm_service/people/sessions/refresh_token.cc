#include "crm_service/people/sessions/refresh_token.h"

#include <utility>

#include "crm_service/people/sessions/row_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

constexpr size_t kUnproven = 43;

std::string Proven(const std::string& unproven, const std::string& family) {
  return family.empty() ? unproven : unproven + security::EncodeBase64Url(security::HmacSha256(family, unproven));
}

}  // namespace

std::optional<RefreshToken> RefreshToken::Parse(const std::string& text) {
  auto token = RowToken::Parse(text);
  if (!token) return std::nullopt;
  return RefreshToken{token->account_id, token->row_id, std::move(token->secret)};
}

std::string RefreshToken::Spelled() const { return RowToken{account_id, session_id, secret}.Spelled(); }

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

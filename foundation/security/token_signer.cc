#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/security/access_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/json_web_signature.h"
#include "foundation/security/token_claims.h"

namespace voronka::security {

TokenSigner::TokenSigner(const config::v1::SigningKey& key)
    : kid_(key.kid()), key_(P256PrivateKey::FromFile(key.private_key_file())) {}

std::string TokenSigner::Sign(Claims claims, std::chrono::seconds lifetime, int64_t now_micros) const {
  claims.issued_micros = now_micros;
  claims.expires_micros = now_micros + std::chrono::microseconds(lifetime).count();
  try {
    CheckSubject(claims);
  } catch (const InvalidToken& error) {
    throw std::invalid_argument(error.what());
  }
  const std::string text = EncodeSignedText(kid_, ClaimsToJson(claims));
  return fmt::format("{}.{}", text, EncodeBase64Url(key_.Sign(text)));
}

}  // namespace voronka::security

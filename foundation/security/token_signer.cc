#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/security/access_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/json_web_signature.h"
#include "foundation/security/token_claims.h"

namespace voronka::security {

TokenSigner::TokenSigner(const config::v1::SigningKey& key) : configuration_(key), current_(Read(FileOf(key))) {}

std::string TokenSigner::Sign(Claims claims, std::chrono::seconds lifetime, int64_t now_micros) const {
  claims.issued_micros = now_micros;
  claims.expires_micros = now_micros + std::chrono::microseconds(lifetime).count();
  try {
    CheckSubject(claims);
  } catch (const InvalidToken& error) {
    throw std::invalid_argument(error.what());
  }
  const SharedKey signing = Current();
  const std::string text = EncodeSignedText(signing->kid, ClaimsToJson(claims));
  return fmt::format("{}.{}", text, EncodeBase64Url(signing->key.Sign(text)));
}

bool TokenSigner::Reload() {
  const KeyFile file = FileOf(configuration_);
  if (file.kid == Current()->kid) return false;
  SharedKey read = Read(file);
  const std::lock_guard lock(mutex_);
  current_ = std::move(read);
  return true;
}

TokenSigner::SharedKey TokenSigner::Read(const KeyFile& file) {
  return std::make_shared<const Key>(Key{file.kid, P256PrivateKey::FromFile(file.file)});
}

TokenSigner::SharedKey TokenSigner::Current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

}  // namespace voronka::security

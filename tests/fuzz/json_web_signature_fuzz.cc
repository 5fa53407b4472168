#include <nlohmann/json.hpp>

#include "foundation/security/access_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/json_web_signature.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using security::EncodeBase64Url;

void CheckToken(const std::string& token) try {
  const auto parts = security::DecodeJsonWebSignature(token);
  const auto signed_text = std::string(parts.signed_text);
  Require(signed_text + '.' + EncodeBase64Url(parts.signature) == token, "a token is its signed text and signature");
  Require(signed_text.ends_with('.' + EncodeBase64Url(parts.payload)), "the payload is signed");
  // Throws for a kid that is not UTF-8.
  security::EncodeSignedText(parts.kid, nlohmann::json::object());
} catch (const security::InvalidToken&) {
}

}  // namespace

void Check(const std::string& input) {
  CheckToken(input);
  CheckToken(EncodeBase64Url(input) + ".e30.c2lnbmF0dXJl");
}

}  // namespace voronka::fuzz

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/security/access_token.h"
#include "foundation/security/json_web_signature.h"
#include "foundation/security/token_claims.h"

namespace voronka::security {
namespace {

// Tolerates clocks of different machines that differ by up to 30 s.
constexpr int64_t kSkewMicros = 30'000'000;

void CheckTimes(const Claims& claims, int64_t now_micros) {
  if (claims.expires_micros <= now_micros) throw InvalidToken("expired");
  if (claims.issued_micros > now_micros + kSkewMicros) throw InvalidToken("issued in the future");
}

}  // namespace

TokenVerifier::TokenVerifier(const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& keys) {
  for (const config::v1::TokenKey& key : keys) {
    for (const KeyFile& file : FilesOf(key)) Add(file, key.service());
  }
  if (keys_.empty()) throw KeyError("there is no token key");
}

void TokenVerifier::Add(const KeyFile& file, const std::string& service) {
  if (!keys_.emplace(file.kid, Key{P256PublicKey::FromFile(file.file), service}).second) {
    throw KeyError(fmt::format("two token keys have the kid \"{}\"", file.kid));
  }
}

Claims TokenVerifier::Verify(std::string_view token, int64_t now_micros) const {
  const JsonWebSignature parsed = DecodeJsonWebSignature(token);
  const Key& key = FindKey(parsed.kid);
  if (!key.key.Verify(parsed.signed_text, parsed.signature)) throw InvalidToken("the signature is wrong");
  Claims claims = ClaimsFromJson(ParseTokenJson(parsed.payload));
  // Both are empty for a person: a key may only sign for the service or the persons that it is meant for.
  if (claims.service != key.service) throw InvalidToken(fmt::format("the key {} may not sign this", parsed.kid));
  CheckTimes(claims, now_micros);
  return claims;
}

const TokenVerifier::Key& TokenVerifier::FindKey(const std::string& kid) const {
  const auto key = keys_.find(kid);
  if (key == keys_.end()) throw InvalidToken(fmt::format("no key has the kid \"{}\"", kid));
  return key->second;
}

}  // namespace voronka::security

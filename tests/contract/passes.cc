#include "tests/contract/passes.h"

#include <filesystem>

#include "foundation/security/access_token.h"
#include "foundation/security/key_files.h"
#include "tests/support/janitor.h"

namespace voronka::testing {
namespace {

constexpr std::chrono::minutes kLifetime(15);
constexpr int64_t kAnHourInMicros = 3'600'000'000;
// A session of nobody in particular, so that ending it does not affect other tests.
constexpr int64_t kSessionId = 4'711'000;
constexpr int64_t kUserId = 1;

config::v1::SigningKey KeyNobodyTrusts(const std::filesystem::path& folder, const std::string& kid) {
  config::v1::SigningKey key;
  key.set_kid(kid);
  key.set_private_key_file(folder / "stranger.pem");
  security::GenerateKeyPair(key.private_key_file(), folder / "stranger.pub.pem");
  return key;
}

security::Claims ServiceClaims(const std::string& name) {
  security::Claims claims;
  claims.role = options::v1::ROLE_SERVICE;
  claims.service = name;
  return claims;
}

}  // namespace

client::Metadata WithToken(const std::string& token) { return {{"authorization", "Bearer " + token}}; }

client::Metadata InAccount(client::Metadata metadata, const std::string& account) {
  metadata.emplace_back("voronka-account", account);
  return metadata;
}

client::Metadata Passes::Signed(const config::v1::SigningKey& key, options::v1::Role role,
                                int64_t signed_micros) const {
  security::Claims claims;
  claims.account_id = account_id_;
  claims.user_id = kUserId;
  claims.session_id = kSessionId;
  claims.role = role;
  return WithToken(security::TokenSigner(key).Sign(claims, kLifetime, signed_micros));
}

client::Metadata Passes::Person(options::v1::Role role) const {
  return Signed(system_.keys().SigningKeyOf("crm"), role, system_.clock().NowMicros());
}

client::Metadata Passes::ExpiredPerson() const {
  return Signed(system_.keys().SigningKeyOf("crm"), options::v1::ROLE_ADMIN,
                system_.clock().NowMicros() - kAnHourInMicros);
}

client::Metadata Passes::PersonOfAnotherKey(const std::string& kid) const {
  const Janitor janitor;
  return Signed(KeyNobodyTrusts(janitor.folder(), kid), options::v1::ROLE_ADMIN, system_.clock().NowMicros());
}

client::Metadata Passes::PersonOfAServicesKey() const {
  return Signed(system_.keys().SigningKeyOf("intake"), options::v1::ROLE_ADMIN, system_.clock().NowMicros());
}

client::Metadata Passes::Service(const std::string& name, int64_t account_id) const {
  const auto pass = ServiceOfAnothersKey(name, name);
  return account_id == 0 ? pass : InAccount(pass, std::to_string(account_id));
}

client::Metadata Passes::ServiceOfAnothersKey(const std::string& name, const std::string& other) const {
  const security::TokenSigner signer(system_.keys().SigningKeyOf(other));
  return WithToken(signer.Sign(ServiceClaims(name), kLifetime, system_.clock().NowMicros()));
}

}  // namespace voronka::testing

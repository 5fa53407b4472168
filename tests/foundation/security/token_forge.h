#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "foundation/process/read_file.h"
#include "foundation/security/access_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/key_files.h"
#include "tests/foundation/process/temporary_folder.h"

namespace voronka::security {

// Makes keys, and tokens that a TokenSigner would never make.
class TokenForge {
 public:
  static constexpr int64_t kNow = 1'800'000'000'000'000;

  config::v1::TokenKey NewKey(const std::string& kid, const std::string& service = "") const {
    GenerateKeyPair(folder_ / (kid + ".pem"), PublicKeyFile(kid));
    config::v1::TokenKey key;
    key.set_kid(kid);
    key.set_public_key_file(PublicKeyFile(kid).string());
    key.set_service(service);
    return key;
  }

  std::filesystem::path PublicKeyFile(const std::string& kid) const { return folder_ / (kid + ".pub"); }

  config::v1::SigningKey SigningKey(const std::string& kid) const {
    config::v1::SigningKey key;
    key.set_kid(kid);
    key.set_private_key_file((folder_ / (kid + ".pem")).string());
    return key;
  }

  // Signs the given header and claims with the key of `signer`.
  std::string Sign(const std::string& header, const std::string& payload, const std::string& signer) const {
    const std::string text = fmt::format("{}.{}", EncodeBase64Url(header), EncodeBase64Url(payload));
    const auto key = P256PrivateKey::FromFile(folder_ / (signer + ".pem"));
    return fmt::format("{}.{}", text, EncodeBase64Url(key.Sign(text)));
  }

  static nlohmann::json Header(const std::string& kid) { return {{"alg", "ES256"}, {"typ", "JWT"}, {"kid", kid}}; }

  static nlohmann::json Person() {
    return {{"iss", "voronka"},
            {"aud", "voronka"},
            {"iat", kNow / 1'000'000},
            {"exp", kNow / 1'000'000 + 900},
            {"role", "ROLE_MANAGER"},
            {"account", 1},
            {"user", 2},
            {"session", 3}};
  }

 private:
  const process::TemporaryFolder folder_;
};

}  // namespace voronka::security

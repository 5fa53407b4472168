#include "tests/support/service_keys.h"

#include "foundation/security/key_files.h"

namespace voronka::testing {
namespace {

constexpr const char* kUsers = "crm";
constexpr const char* kNames[] = {kUsers, "distribution", "notifier", "operator", "intake"};

}  // namespace

ServiceKeys::ServiceKeys(std::filesystem::path folder) : folder_(std::move(folder)) {
  for (const std::string name : kNames) {
    const std::filesystem::path public_key = folder_ / (name + ".pub.pem");
    security::GenerateKeyPair(folder_ / (name + ".pem"), public_key);
    config::v1::TokenKey& key = *token_keys_.Add();
    key.set_kid(name);
    key.set_public_key_file(public_key);
    if (name != kUsers) key.set_service(name);
  }
}

config::v1::SigningKey ServiceKeys::SigningKeyOf(const std::string& name) const {
  config::v1::SigningKey key;
  key.set_kid(name);
  key.set_private_key_file(folder_ / (name + ".pem"));
  return key;
}

}  // namespace voronka::testing

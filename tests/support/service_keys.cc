#include "tests/support/service_keys.h"

#include "foundation/security/key_files.h"

namespace voronka::testing {
namespace {

constexpr const char* kUsers = "crm";
constexpr const char* kNames[] = {kUsers, "distribution", "notifier", "operator", "intake", "gateway"};

}  // namespace

ServiceKeys::ServiceKeys(const std::filesystem::path& folder)
    : drafts_(folder / "drafts"), private_(folder / "private"), public_(folder / "public") {
  std::filesystem::create_directory(drafts_);
  for (const std::string name : kNames) {
    for (const auto& keys : {private_, public_}) std::filesystem::create_directories(keys / name);
    Publish(name, name);
    Use(name, name);
    config::v1::TokenKey& key = *token_keys_.Add();
    key.set_public_key_folder(public_ / name);
    if (name != kUsers) key.set_service(name);
  }
  security::GenerateKeyPair(push_key(), drafts_ / "web_push.pub");
}

config::v1::SigningKey ServiceKeys::SigningKeyOf(const std::string& name) const {
  config::v1::SigningKey key;
  key.set_kid(name);
  key.set_private_key_file(Private(name, name));
  return key;
}

config::v1::SigningKey ServiceKeys::SigningFolderOf(const std::string& name) const {
  config::v1::SigningKey key;
  key.set_private_key_folder(private_ / name);
  return key;
}

void ServiceKeys::Publish(const std::string& name, const std::string& kid) const {
  const std::filesystem::path drafted_public = drafts_ / (kid + ".pub");
  security::GenerateKeyPair(Drafted(kid), drafted_public);
  std::filesystem::rename(drafted_public, Public(name, kid));
}

void ServiceKeys::Use(const std::string& name, const std::string& kid) const {
  std::filesystem::rename(Drafted(kid), Private(name, kid));
}

void ServiceKeys::WithdrawAllBut(const std::string& name, const std::string& kid) const {
  for (const auto& key : std::filesystem::directory_iterator(public_ / name)) {
    if (key.path() != Public(name, kid)) std::filesystem::remove(key.path());
  }
}

}  // namespace voronka::testing

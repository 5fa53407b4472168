#include "foundation/security/key_folder.h"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/security/p256_key.h"

namespace voronka::security {
namespace {

std::vector<KeyFile> KeysIn(const std::filesystem::path& folder) {
  std::vector<KeyFile> keys;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".pem") keys.push_back({entry.path().stem(), entry.path()});
  }
  std::ranges::sort(keys, {}, &KeyFile::kid);
  return keys;
}

}  // namespace

std::vector<KeyFile> FilesOf(const config::v1::TokenKey& key) {
  if (key.public_key_folder().empty()) return {{key.kid(), key.public_key_file()}};
  return KeysIn(key.public_key_folder());
}

KeyFile FileOf(const config::v1::SigningKey& key) {
  if (key.private_key_folder().empty()) return {key.kid(), key.private_key_file()};
  const auto keys = KeysIn(key.private_key_folder());
  if (keys.empty()) throw KeyError(fmt::format("{}: no KID.pem to sign with", key.private_key_folder()));
  return keys.back();
}

}  // namespace voronka::security

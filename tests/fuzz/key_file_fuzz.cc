#include <optional>

#include "foundation/security/p256_key.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

template <class Key>
std::optional<Key> Read(const std::filesystem::path& file) {
  try {
    return Key::FromFile(file);
  } catch (const security::KeyError&) {
    return std::nullopt;
  }
}

}  // namespace

void Check(const std::string& input) {
  static const process::TemporaryFolder folder;
  const auto file = folder.Write("key.pem", input);
  permissions(file, std::filesystem::perms::owner_all);
  if (const auto key = Read<security::P256PublicKey>(file)) {
    Require(!key->Verify("text", std::string(64, 'x')), "a public key knows what its owner has not signed");
  }
  const auto key = Read<security::P256PrivateKey>(file);
  if (!key) return;
  const auto public_key = security::P256PublicKey::FromFile(folder.Write("key.pub", key->PublicPem()));
  Require(public_key.Verify("text", key->Sign("text")), "what a private key signs its public key verifies");
}

}  // namespace voronka::fuzz

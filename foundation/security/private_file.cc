#include "foundation/security/private_file.h"

#include <fmt/format.h>

#include "foundation/security/p256_key.h"

namespace voronka::security {

void RefuseOpenFile(const std::filesystem::path& file) {
  const auto everybody = std::filesystem::perms::others_all;
  if ((std::filesystem::status(file).permissions() & everybody) != std::filesystem::perms::none) {
    throw KeyError(fmt::format("{}: everybody may read this private key; chmod o= it", file.string()));
  }
}

}  // namespace voronka::security

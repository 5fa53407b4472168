#pragma once

#include <filesystem>

namespace voronka::security {

// Writes a new P-256 key pair as two PEM files: the private one readable only by its owner (0600), the public one by
// everybody. Never overwrites a file; throws std::system_error if it cannot create one.
void GenerateKeyPair(const std::filesystem::path& private_key, const std::filesystem::path& public_key);

}  // namespace voronka::security

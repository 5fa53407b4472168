#pragma once

#include <filesystem>

namespace voronka::security {

// Makes a P-256 key pair as two new PEM files: the private one for its owner alone (0600), the public one for
// everybody. Never overwrites a file; throws std::system_error where it cannot make one.
void GenerateKeyPair(const std::filesystem::path& private_key, const std::filesystem::path& public_key);

}  // namespace voronka::security

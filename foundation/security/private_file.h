#pragma once

#include <filesystem>

namespace voronka::security {

// Throws KeyError if everybody may read the file, which holds a private key.
void RefuseOpenFile(const std::filesystem::path& file);

}  // namespace voronka::security

#pragma once

#include <filesystem>
#include <string>

namespace voronka::process {

// The whole file. Throws std::system_error that names the file.
std::string ReadFile(const std::filesystem::path& file);

}  // namespace voronka::process

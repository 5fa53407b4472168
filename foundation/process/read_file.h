#pragma once

#include <filesystem>
#include <string>

namespace voronka::process {

// All of a file. Throws std::system_error, which names it.
std::string ReadFile(const std::filesystem::path& file);

}  // namespace voronka::process

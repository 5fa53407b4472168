#pragma once

#include <span>
#include <string_view>

namespace voronka::crm {

struct SolutionFile {
  // The name of the file.
  std::string_view key;
  std::string_view text;
};

// Generated: the files are part of the program.
std::span<const SolutionFile> SolutionFiles();

}  // namespace voronka::crm

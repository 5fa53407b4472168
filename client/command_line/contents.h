#pragma once

#include <string>

namespace voronka::command_line {

// The contents of a file; of `-` standard input. Throws UsageError.
std::string Contents(const std::string& file);

}  // namespace voronka::command_line

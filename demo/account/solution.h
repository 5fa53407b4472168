#pragma once

#include <filesystem>

#include "voronka/config/v1/solution.pb.h"

namespace voronka::demo {

// Throws std::runtime_error. If the file is not valid protobuf text format, standard error names the lines.
config::v1::Solution ReadSolution(const std::filesystem::path& file);

}  // namespace voronka::demo

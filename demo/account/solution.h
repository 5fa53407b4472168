#pragma once

#include <filesystem>

#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::demo {

// Throws std::runtime_error. If the file is not valid protobuf text format, standard error names the lines.
crm::v1::Configuration ReadSolution(const std::filesystem::path& file);

}  // namespace voronka::demo

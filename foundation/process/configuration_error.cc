#include "foundation/process/configuration_error.h"

#include <fmt/ranges.h>

namespace voronka::process {

ConfigurationError::ConfigurationError(const std::vector<std::string>& mistakes)
    : std::runtime_error(fmt::format("{}", fmt::join(mistakes, "\n"))) {}

}  // namespace voronka::process

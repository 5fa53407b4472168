#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace voronka::process {

// Everything that is wrong with a file, one mistake per line: `file:line:column: reason` or `file: path: reason`.
class ConfigurationError : public std::runtime_error {
 public:
  explicit ConfigurationError(const std::vector<std::string>& mistakes);
};

}  // namespace voronka::process

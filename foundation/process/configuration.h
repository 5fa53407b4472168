#pragma once

#include <google/protobuf/message.h>

#include <concepts>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace voronka::process {

// Everything that is wrong with a file, a line each: `file:line:column: reason` or `file: path: reason`.
class ConfigurationError : public std::runtime_error {
 public:
  explicit ConfigurationError(const std::vector<std::string>& mistakes);
};

// Reads a file of protobuf text format: syntax, defaults, paths made absolute from the file's folder, rules.
void ReadConfiguration(const std::filesystem::path& file, google::protobuf::Message& configuration);

template <std::derived_from<google::protobuf::Message> M>
M ReadConfiguration(const std::filesystem::path& file) {
  M configuration;
  ReadConfiguration(file, configuration);
  return configuration;
}

}  // namespace voronka::process

#pragma once

#include <google/protobuf/message.h>

#include <concepts>
#include <filesystem>

#include "foundation/process/configuration_error.h"

namespace voronka::process {

// Reads a file of protobuf text format: syntax, defaults, paths made absolute from the file's folder, rules.
void ReadConfiguration(const std::filesystem::path& file, google::protobuf::Message& configuration);

template <std::derived_from<google::protobuf::Message> M>
M ReadConfiguration(const std::filesystem::path& file) {
  M configuration;
  ReadConfiguration(file, configuration);
  return configuration;
}

}  // namespace voronka::process

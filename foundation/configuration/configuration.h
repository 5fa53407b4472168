#pragma once

#include <google/protobuf/message.h>

#include <concepts>
#include <filesystem>

#include "foundation/process/configuration_error.h"

namespace voronka::process {

// Reads a file in protobuf text format: checks its syntax, fills in defaults, makes paths absolute from the file's
// folder and checks the rules.
void ReadConfiguration(const std::filesystem::path& file, google::protobuf::Message& configuration);

template <std::derived_from<google::protobuf::Message> M>
M ReadConfiguration(const std::filesystem::path& file) {
  M configuration;
  ReadConfiguration(file, configuration);
  return configuration;
}

}  // namespace voronka::process

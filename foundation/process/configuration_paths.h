#pragma once

#include <google/protobuf/message.h>

#include <filesystem>

namespace voronka::process {

// Makes the relative paths of a configuration absolute, as seen from `folder`. A path is a string field that is named
// `file`, `unix_socket` or `…_file`.
void ResolvePaths(const std::filesystem::path& folder, google::protobuf::Message& configuration);

// Whether the process reads this file, so that it must be there at start: a field named `…_file`.
bool NamesAnInputFile(const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::process

#pragma once

#include <google/protobuf/message.h>

#include <filesystem>

namespace voronka::process {

// Makes the relative paths of a configuration absolute, relative to `folder`. A path is a string field named `file`,
// `unix_socket`, `…_file` or `…_folder`.
void ResolvePaths(const std::filesystem::path& folder, google::protobuf::Message& configuration);

// Whether the process reads from this path, so that it must exist at start: a field named `…_file` or `…_folder`.
bool NamesAnInput(const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::process

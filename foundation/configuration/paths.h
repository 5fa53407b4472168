#pragma once

#include <google/protobuf/message.h>

#include <filesystem>

namespace voronka::process {

// Makes the relative paths of a configuration absolute, as seen from `folder`. A path is a string field that is named
// `file`, `unix_socket`, `…_file` or `…_folder`.
void ResolvePaths(const std::filesystem::path& folder, google::protobuf::Message& configuration);

// Whether the process reads what is there, so that it must be there at start: a field named `…_file` or `…_folder`.
bool NamesAnInput(const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::process

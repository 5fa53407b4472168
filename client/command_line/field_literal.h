#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// Quoted and escaped.
std::string JsonString(std::string_view text);

// Converts one value as people type it to the JSON that protobuf reads into the field. Throws UsageError.
std::string FieldLiteral(const google::protobuf::FieldDescriptor& field, std::string_view text, const Here& here);

}  // namespace voronka::command_line

#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// In quotes, escaped.
std::string JsonString(std::string_view text);

// One value as somebody types it, as the JSON that protobuf reads into the field. Throws UsageError.
std::string FieldLiteral(const google::protobuf::FieldDescriptor& field, std::string_view text, const Here& here);

}  // namespace voronka::command_line

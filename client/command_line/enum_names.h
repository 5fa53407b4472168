#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

namespace voronka::command_line {

// `OPEN` for STATE_OPEN of State.
std::string ShortName(const google::protobuf::EnumValueDescriptor& value);
std::vector<std::string> ShortNames(const google::protobuf::EnumDescriptor& type);

// Finds a value by its full or short name, regardless of case, or by number. Throws UsageError that lists the valid
// values.
const google::protobuf::EnumValueDescriptor& FindValue(const google::protobuf::EnumDescriptor& type,
                                                       std::string_view text);

}  // namespace voronka::command_line

#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

namespace voronka::command_line {

// `int64`, `repeated string`, `Deal`, `OPEN|WON|LOST`.
std::string TypeText(const google::protobuf::FieldDescriptor& field);

// What the field may hold and who sets it, for example `required, max_length 200`.
std::string RulesText(const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::command_line

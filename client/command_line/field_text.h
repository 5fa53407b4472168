#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

// Shown in one piece: a scalar, a moment, a duration, a field mask, or a list of such.
bool IsFlat(const google::protobuf::FieldDescriptor& field);

// The value of a flat field for people. A list is joined by commas.
std::string FlatText(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
                     const cctz::time_zone& zone);

}  // namespace voronka::command_line

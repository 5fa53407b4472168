#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

// Whether the field is shown in one piece: a scalar, a timestamp, a duration, a field mask, or a list of these.
bool IsFlat(const google::protobuf::FieldDescriptor& field);

// The value of a flat field as text for people. List items are joined by commas.
std::string FlatText(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
                     const cctz::time_zone& zone);

}  // namespace voronka::command_line

#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

// A message for people: a line for each field that is set, nested ones indented, lists as tables where they can be.
// Empty for a message without a value.
std::string Readable(const google::protobuf::Message& message, const cctz::time_zone& zone, size_t indent = 0);

}  // namespace voronka::command_line

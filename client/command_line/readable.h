#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

// A message as text for people: one line per field that is set, nested messages indented, lists as tables if possible.
// Empty for a message without values.
std::string Readable(const google::protobuf::Message& message, const cctz::time_zone& zone, size_t indent = 0);

}  // namespace voronka::command_line

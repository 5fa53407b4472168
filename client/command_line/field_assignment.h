#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// Sets the field named by `path` to `value`. Names are joined by dots. `a[0].b` is a field of an item; an index one
// past the last item appends an item, as does a repeated field without an index. The name of a map is followed by a
// key. Throws UsageError.
void Assign(google::protobuf::Message& message, std::string_view path, std::string_view value, const Here& here);

// Merges JSON into the message. Throws UsageError.
void MergeJson(google::protobuf::Message& message, const std::string& json);

}  // namespace voronka::command_line

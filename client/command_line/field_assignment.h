#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "client/command_line/moments.h"

namespace voronka::command_line {

// Sets what `path` names to what `value` means. Names are joined by dots; `a[0].b` is a field of an item, where the
// item after the last one is added; a repeated field without a number gets one item more; after the name of a map
// comes a key. Throws UsageError.
void Assign(google::protobuf::Message& message, std::string_view path, std::string_view value, const Here& here);

// Reads JSON into the message, over what it holds. Throws UsageError.
void MergeJson(google::protobuf::Message& message, const std::string& json);

}  // namespace voronka::command_line

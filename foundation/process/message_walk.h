#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

namespace voronka::process {

// Calls `visit` for `root` and every message that is set in it, the outer one first. `path` names the message as seen
// from the root, as `process.token_keys[1]`; the root's is empty.
void ForEachMessage(google::protobuf::Message& root,
                    const std::function<void(google::protobuf::Message& message, const std::string& path)>& visit);

// `path`.`name`, or `name` alone in the root.
std::string Join(const std::string& path, std::string_view name);

}  // namespace voronka::process

#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

namespace voronka::process {

// Calls `visit` for `root` and every message that is set in it, outer messages first. `path` is the message's path from
// the root, for example `process.token_keys[1]`; the root's is empty.
void ForEachMessage(google::protobuf::Message& root,
                    const std::function<void(google::protobuf::Message& message, const std::string& path)>& visit);

// `path`.`name`, or just `name` in the root.
std::string Join(const std::string& path, std::string_view name);

}  // namespace voronka::process

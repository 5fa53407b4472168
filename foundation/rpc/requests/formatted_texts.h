#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

#include "voronka/options/v1/field.pb.h"

namespace voronka::rpc {

// Calls `visit` with every text in the message, however deep, that has this format.
void ForEachTextOf(options::v1::Format format, const google::protobuf::Message& message,
                   const std::function<void(const std::string& text)>& visit);

}  // namespace voronka::rpc

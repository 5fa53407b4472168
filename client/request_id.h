#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::client {

// A random UUID.
std::string NewRequestId();

// Sets the message's `request_id` if it has such a field and the caller left it empty.
void FillRequestId(google::protobuf::Message& request);

}  // namespace voronka::client

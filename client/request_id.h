#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::client {

// A random UUID.
std::string NewRequestId();

// Names the attempt, where the message has a `request_id` that the caller left empty.
void FillRequestId(google::protobuf::Message& request);

}  // namespace voronka::client

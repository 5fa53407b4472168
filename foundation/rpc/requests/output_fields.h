#pragma once

#include <google/protobuf/message.h>

namespace voronka::rpc {

// Clears what the system sets (`output_only`), in the message and in all that it holds.
void ClearOutputFields(google::protobuf::Message& message);

}  // namespace voronka::rpc

#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// Names everything in a request that its descriptors do not allow (see protos/voronka/options/v1/field.proto). Fields
// that are output only are not looked at: what a caller sends in them is ignored.
void Validate(const google::protobuf::Message& request, Violations& violations);

}  // namespace voronka::rpc

#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// Reports everything in a request that its descriptors do not allow (see protos/voronka/options/v1/field.proto).
// Output-only fields are not checked: what a caller sends in them is ignored.
void Validate(const google::protobuf::Message& request, Violations& violations);

}  // namespace voronka::rpc

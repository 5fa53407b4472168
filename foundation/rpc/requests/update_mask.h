#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// Applies `change` to `resource` as the mask says. Each path is a field of the resource; `*` means every field that may
// change; no paths at all means every field that has a value in `change`. A text of blanks is an empty one. Returns the
// names of the fields whose value has changed. Throws INVALID_ARGUMENT with every path that is unknown (UNKNOWN_FIELD),
// set by the system (OUTPUT_ONLY), fixed forever (IMMUTABLE) or must not be empty (REQUIRED).
std::vector<std::string> ApplyUpdate(const google::protobuf::Message& change, const google::protobuf::FieldMask& mask,
                                     google::protobuf::Message& resource);
// The same, but adds what is wrong with the mask to `violations`, and changes nothing then.
std::vector<std::string> ApplyUpdate(const google::protobuf::Message& change, const google::protobuf::FieldMask& mask,
                                     google::protobuf::Message& resource, Violations& violations);

}  // namespace voronka::rpc

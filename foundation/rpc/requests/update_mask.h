#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

namespace voronka::rpc {

// Sets in `resource` what `change` and the mask say: each path is a field of the resource, `*` is all that may change,
// no path at all is every field that `change` has a value for. Returns the names of the fields whose value is another
// now. Throws INVALID_ARGUMENT with every path that is unknown (UNKNOWN_FIELD), set by the system (OUTPUT_ONLY), never
// changes (IMMUTABLE) or may not be emptied (REQUIRED).
std::vector<std::string> ApplyUpdate(const google::protobuf::Message& change, const google::protobuf::FieldMask& mask,
                                     google::protobuf::Message& resource);

}  // namespace voronka::rpc

#pragma once

#include <google/protobuf/message.h>

#include <vector>

#include "foundation/rpc/requests/field_path.h"
#include "voronka/crm/v1/resource_change.pb.h"

namespace voronka::crm {

// The bytes that the previous values may take in an event.
inline constexpr size_t kMostBytesBefore = 64 << 10;

// The fields, and the entries of maps, in which two states of a resource differ, by number and key.
std::vector<rpc::FieldPath> FieldsThatDiffer(const google::protobuf::Message& before,
                                             const google::protobuf::Message& after);

// The change between two states of a resource, which has a field `id`: created if `before` is null, otherwise updated.
v1::ResourceChange ChangeOf(const google::protobuf::Message* before, const google::protobuf::Message& after);

}  // namespace voronka::crm

#pragma once

#include <google/protobuf/any.pb.h>
#include <google/protobuf/descriptor.h>

namespace voronka::crm {

// The type of a packed resource. NULL: no such type is known.
const google::protobuf::Descriptor* TypeOf(const google::protobuf::Any& packed);

// Whether nothing can be unpacked. A resource of a type that only a newer release knows is not damaged.
bool IsDamaged(const google::protobuf::Any& packed);

}  // namespace voronka::crm

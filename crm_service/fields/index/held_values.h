#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// A resource's own fields.
struct HeldValues {
  int64_t resource_id;
  google::protobuf::Map<std::string, v1::FieldValue> values;
};

// Of the resources that have the entity's fields.
const google::protobuf::Descriptor& TypeOfEntity(v1::Entity entity);

// Of at most `limit` resources of the entity with a larger id, in order of id.
std::vector<HeldValues> ValuesAfter(rpc::Session& session, v1::Entity entity, int64_t id, int limit);

// Of all resources of the entity, if they are few enough to be read in one call. Nothing: there are more.
std::optional<std::vector<HeldValues>> AllValuesIfFew(rpc::Session& session, v1::Entity entity);

}  // namespace voronka::crm

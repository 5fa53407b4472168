#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::crm {

// The field by which things of this type are told apart in a list; NULL: they have none.
const google::protobuf::FieldDescriptor* KeyFieldOf(const google::protobuf::Descriptor& type);

// Its value, as `sales` or `ENTITY_DEAL`; of a queue the stage with its pipeline, as `sales/new`. The type has a key.
std::string KeyOf(const google::protobuf::Message& thing);

}  // namespace voronka::crm

#pragma once

#include <google/protobuf/message.h>

#include "foundation/storage/rows/value.h"

namespace voronka::storage {

// A singular field that is not a message, as stored in its column; an enum is stored as its number.
Value GetScalar(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);

// Throws std::logic_error if the field cannot hold the column's value.
void SetScalar(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field, Value value);

}  // namespace voronka::storage

#pragma once

#include <google/protobuf/message.h>

#include "foundation/storage/rows/value.h"

namespace voronka::storage {

// A singular field that is not a message, as it lies in its column; an enum is its number.
Value GetScalar(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);

// Throws std::logic_error where the column holds what the field cannot.
void SetScalar(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field, Value value);

}  // namespace voronka::storage

#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "foundation/storage/rows/value.h"

namespace voronka::storage {

// A column of a message's row and how its field is stored in it.
struct Column {
  enum class Form { kScalar, kInstant, kDuration, kSerialised, kMap };

  std::string name;
  const google::protobuf::FieldDescriptor* field;
  Form form;
  // The message that the field belongs to, if that is not the row itself: a Money.
  const google::protobuf::FieldDescriptor* part_of = nullptr;

  Value Get(const google::protobuf::Message& row) const;
  // NULL leaves the field unset.
  void Set(google::protobuf::Message& row, Value value) const;
};

// Empty for a field that is not stored in the row.
std::vector<Column> ColumnsOf(const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::storage

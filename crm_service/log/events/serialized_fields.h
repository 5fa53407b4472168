#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

namespace voronka::crm {

// One field of a serialized message, with all its elements if it is repeated.
struct SerializedField {
  int number = 0;
  std::string_view bytes;
};

// Equal messages have equal bytes, also if they hold maps.
std::string Serialized(const google::protobuf::Message& message);

// The fields that are set, by number. They point into `serialized`, which must come from Serialized.
std::vector<SerializedField> FieldsIn(const std::string& serialized);

}  // namespace voronka::crm

#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::crm {

// The value of a field for people: texts as they are, anything else in protobuf text format, the items of a list on a
// line each. Empty: the field is empty.
std::string ValueText(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::crm

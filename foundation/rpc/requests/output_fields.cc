#include "foundation/rpc/requests/output_fields.h"

#include <google/protobuf/descriptor.h>

#include <vector>

#include "foundation/rpc/requests/field_rules.h"

namespace voronka::rpc {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

namespace {

void ClearWithin(Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (!field.is_repeated()) return ClearOutputFields(*reflection.MutableMessage(&message, &field));
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    ClearOutputFields(*reflection.MutableRepeatedMessage(&message, &field, i));
  }
}

}  // namespace

void ClearOutputFields(Message& message) {
  std::vector<const FieldDescriptor*> set;
  message.GetReflection()->ListFields(message, &set);
  for (const auto* field : set) {
    if (FieldRules::Of(*field).output_only) {
      message.GetReflection()->ClearField(&message, field);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field->is_map()) {
      ClearWithin(message, *field);
    }
  }
}

}  // namespace voronka::rpc

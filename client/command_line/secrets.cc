#include "client/command_line/secrets.h"

#include <vector>

#include "voronka/options/v1/field.pb.h"

namespace voronka::command_line {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr char kHidden[] = "(hidden)";

void HideIn(Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) return HideSecrets(*reflection->MutableMessage(&message, &field));
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    HideSecrets(*reflection->MutableRepeatedMessage(&message, &field, i));
  }
}

void Hide(Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  const bool text = field.cpp_type() == FieldDescriptor::CPPTYPE_STRING;
  reflection->ClearField(&message, &field);
  if (text && field.is_repeated()) reflection->AddString(&message, &field, kHidden);
  if (text && !field.is_repeated()) reflection->SetString(&message, &field, kHidden);
}

}  // namespace

void HideSecrets(Message& message) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->options().GetExtension(options::v1::field).secret()) {
      Hide(message, *field);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      HideIn(message, *field);
    }
  }
}

}  // namespace voronka::command_line

#include "crm_service/configuration/comparison/value_text.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <vector>

#include "crm_service/configuration/documents/document_text.h"

namespace voronka::crm {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

namespace {

// `index`: of an item of a list, otherwise -1.
std::string ItemText(const Message& message, const FieldDescriptor& field, int index) {
  const auto& reflection = *message.GetReflection();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    return index < 0 ? reflection.GetString(message, &field) : reflection.GetRepeatedString(message, &field, index);
  }
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    auto text = TextOf(index < 0 ? reflection.GetMessage(message, &field)
                                 : reflection.GetRepeatedMessage(message, &field, index));
    while (text.ends_with('\n')) text.pop_back();
    // A message that is there and says nothing is more than none.
    return text.empty() ? "{}" : text;
  }
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, &field, index, &text);
  return text;
}

std::string ListText(const Message& message, const FieldDescriptor& field) {
  std::vector<std::string> items;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    items.push_back(ItemText(message, field, i));
  }
  // The entries of a map come in any order.
  if (field.is_map()) std::ranges::sort(items);
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "\n") + item;
  return text;
}

}  // namespace

std::string ValueText(const Message& message, const FieldDescriptor& field) {
  if (field.is_repeated()) return ListText(message, field);
  return message.GetReflection()->HasField(message, &field) ? ItemText(message, field, -1) : "";
}

}  // namespace voronka::crm

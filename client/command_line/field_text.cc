#include "client/command_line/field_text.h"

#include <fmt/format.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/field_mask_util.h>

#include "client/command_line/enum_names.h"
#include "client/command_line/moments.h"
#include "client/command_line/text_width.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Duration;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::Timestamp;

constexpr int kNotRepeated = -1;

bool IsFlatMessage(const Descriptor* type) {
  return type == Timestamp::descriptor() || type == Duration::descriptor() || type == FieldMask::descriptor();
}

std::string MessageText(const Message& value, const cctz::time_zone& zone) {
  if (value.GetDescriptor() == Timestamp::descriptor()) return MomentText(static_cast<const Timestamp&>(value), zone);
  if (value.GetDescriptor() == Duration::descriptor()) return DurationText(static_cast<const Duration&>(value));
  return Harmless(google::protobuf::util::FieldMaskUtil::ToString(static_cast<const FieldMask&>(value)));
}

std::string StringText(const Message& message, const FieldDescriptor& field, int index) {
  const auto* reflection = message.GetReflection();
  return Harmless(field.is_repeated() ? reflection->GetRepeatedString(message, &field, index)
                                      : reflection->GetString(message, &field));
}

std::string EnumText(const Message& message, const FieldDescriptor& field, int index) {
  const auto* reflection = message.GetReflection();
  const int number = field.is_repeated() ? reflection->GetRepeatedEnumValue(message, &field, index)
                                         : reflection->GetEnumValue(message, &field);
  const auto* value = field.enum_type()->FindValueByNumber(number);
  return value == nullptr ? std::to_string(number) : ShortName(*value);
}

const Message& SubMessage(const Message& message, const FieldDescriptor& field, int index) {
  const auto* reflection = message.GetReflection();
  return field.is_repeated() ? reflection->GetRepeatedMessage(message, &field, index)
                             : reflection->GetMessage(message, &field);
}

std::string ItemText(const Message& message, const FieldDescriptor& field, int index, const cctz::time_zone& zone) {
  if (field.type() == FieldDescriptor::TYPE_STRING) return StringText(message, field, index);
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) return EnumText(message, field, index);
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) return MessageText(SubMessage(message, field, index), zone);
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, &field, index, &text);
  return text;
}

}  // namespace

bool IsFlat(const FieldDescriptor& field) {
  return field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || IsFlatMessage(field.message_type());
}

std::string FlatText(const Message& message, const FieldDescriptor& field, const cctz::time_zone& zone) {
  if (!field.is_repeated()) return ItemText(message, field, kNotRepeated, zone);
  std::string text;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    if (i > 0) text += ", ";
    text += ItemText(message, field, i, zone);
  }
  return text;
}

}  // namespace voronka::command_line

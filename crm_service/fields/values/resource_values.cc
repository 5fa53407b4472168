#include "crm_service/fields/values/resource_values.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <cctype>

#include "voronka/crm/v1/money.pb.h"

namespace voronka::crm {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using v1::Field;
using v1::FieldValue;

FieldValue WrittenValue(const std::string& text, Field::Kind kind) {
  FieldValue value;
  if (kind == Field::KIND_CHOICE) {
    if (!text.empty()) value.set_choice(text);
  } else {
    value.set_text(text);
  }
  return value;
}

FieldValue YesValue(bool yes) {
  FieldValue value;
  value.set_yes(yes);
  return value;
}

// Of an amount or a moment.
FieldValue MessageValue(const Message& message) {
  FieldValue value;
  if (message.GetDescriptor() == v1::Money::descriptor()) {
    value.mutable_money()->CopyFrom(message);
  } else {
    value.mutable_time()->CopyFrom(message);
  }
  return value;
}

FieldValue IdValue(int64_t id, Field::Kind kind) {
  FieldValue value;
  if (id == 0) return value;
  if (kind == Field::KIND_USER) {
    value.set_user_id(id);
  } else {
    value.set_number(std::to_string(id));
  }
  return value;
}

FieldValue EnumValue(const google::protobuf::EnumValueDescriptor& chosen) {
  FieldValue value;
  if (chosen.number() != 0) value.set_choice(ChoiceOf(chosen));
  return value;
}

}  // namespace

std::vector<FieldValue> SystemValues(const Message& resource, const std::string& key, Field::Kind kind) {
  const auto& field = *resource.GetDescriptor()->FindFieldByName(key);
  const auto& reflection = *resource.GetReflection();
  std::vector<FieldValue> values;
  if (field.is_repeated()) {
    for (int i = 0; i < reflection.FieldSize(resource, &field); ++i) {
      values.push_back(WrittenValue(reflection.GetRepeatedString(resource, &field, i), kind));
    }
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    values.push_back(WrittenValue(reflection.GetString(resource, &field), kind));
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) {
    values.push_back(IdValue(reflection.GetInt64(resource, &field), kind));
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
    values.push_back(YesValue(reflection.GetBool(resource, &field)));
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
    values.push_back(EnumValue(*reflection.GetEnum(resource, &field)));
  } else if (reflection.HasField(resource, &field)) {
    values.push_back(MessageValue(reflection.GetMessage(resource, &field)));
  }
  return values;
}

std::vector<FieldValue> OwnValues(const FieldValues& fields, const std::string& key) {
  const auto found = fields.find(key);
  if (found == fields.end()) return {};
  if (!found->second.has_choices()) return {found->second};
  std::vector<FieldValue> chosen;
  for (const auto& choice : found->second.choices().keys()) chosen.emplace_back().set_choice(choice);
  return chosen;
}

std::string ChoiceOf(const google::protobuf::EnumValueDescriptor& value) {
  std::string choice = value.name().substr(value.name().find('_') + 1);
  std::ranges::transform(choice, choice.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return choice;
}

}  // namespace voronka::crm

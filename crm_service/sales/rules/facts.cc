#include "crm_service/sales/rules/facts.h"

#include <google/protobuf/message.h>

#include <string>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/values/field_values.h"
#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using v1::FieldValue;

FieldValue TextValue(const std::string& text) {
  FieldValue value;
  value.set_text(text);
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

FieldValue IdValue(int64_t id) {
  FieldValue value;
  if (id != 0) value.set_number(std::to_string(id));
  return value;
}

// Of the resource's own field with this name.
std::vector<FieldValue> SystemValues(const Message& resource, const std::string& key) {
  const auto& field = *resource.GetDescriptor()->FindFieldByName(key);
  const auto& reflection = *resource.GetReflection();
  std::vector<FieldValue> values;
  if (field.is_repeated()) {
    for (int i = 0; i < reflection.FieldSize(resource, &field); ++i) {
      values.push_back(TextValue(reflection.GetRepeatedString(resource, &field, i)));
    }
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    values.push_back(TextValue(reflection.GetString(resource, &field)));
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) {
    values.push_back(IdValue(reflection.GetInt64(resource, &field)));
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
    values.push_back(YesValue(reflection.GetBool(resource, &field)));
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

template <class Resource>
std::vector<FieldValue> ValuesIn(const Resource& resource, const FieldName& field) {
  return SystemField(field.entity, field.key) != nullptr ? SystemValues(resource, field.key)
                                                         : OwnValues(resource.fields(), field.key);
}

}  // namespace

std::vector<FieldValue> ValuesOf(const Facts& facts, const FieldName& field) {
  std::vector<FieldValue> values;
  if (field.entity == v1::ENTITY_DEAL) values = ValuesIn(facts.deal, field);
  if (field.entity == v1::ENTITY_CONTACT && facts.contact != nullptr) values = ValuesIn(*facts.contact, field);
  if (field.entity == v1::ENTITY_COMPANY && facts.company != nullptr) values = ValuesIn(*facts.company, field);
  std::erase_if(values, [](const FieldValue& value) { return IsBlank(value); });
  return values;
}

}  // namespace voronka::crm

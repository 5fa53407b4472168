#include "tests/contract/field_setting.h"

#include <fmt/format.h>

#include <limits>
#include <stdexcept>

namespace voronka::testing {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

namespace {

void AddEntry(Message& owner, const FieldDescriptor& field, const std::string& key, const std::string& value) {
  Message& entry = *owner.GetReflection()->AddMessage(&owner, &field);
  entry.GetReflection()->SetString(&entry, field.message_type()->map_key(), key);
  const auto& value_field = *field.message_type()->map_value();
  if (value_field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    entry.GetReflection()->SetString(&entry, &value_field, value);
  }
}

void AddEmptyItem(Message& owner, const FieldDescriptor& field, int number) {
  const auto* reflection = owner.GetReflection();
  if (field.is_map()) return AddEntry(owner, field, fmt::format("ключ {}", number), "");
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      reflection->AddMessage(&owner, &field);
      return;
    case FieldDescriptor::CPPTYPE_STRING:
      return reflection->AddString(&owner, &field, "");
    case FieldDescriptor::CPPTYPE_INT64:
      return reflection->AddInt64(&owner, &field, 0);
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection->AddEnumValue(&owner, &field, 0);
    default:
      throw std::logic_error("no items of this type yet: " + field.full_name());
  }
}

}  // namespace

void PutText(Message& owner, const FieldDescriptor& field, const std::string& text) {
  Empty(owner, field);
  const auto* reflection = owner.GetReflection();
  field.is_repeated() ? reflection->AddString(&owner, &field, text) : reflection->SetString(&owner, &field, text);
}

void PutNumber(Message& owner, const FieldDescriptor& field, int64_t number) {
  Empty(owner, field);
  const auto* r = owner.GetReflection();
  const int small = static_cast<int>(number);
  const bool item = field.is_repeated();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT64:
      return item ? r->AddInt64(&owner, &field, number) : r->SetInt64(&owner, &field, number);
    case FieldDescriptor::CPPTYPE_INT32:
      return item ? r->AddInt32(&owner, &field, small) : r->SetInt32(&owner, &field, small);
    case FieldDescriptor::CPPTYPE_ENUM:
      return item ? r->AddEnumValue(&owner, &field, small) : r->SetEnumValue(&owner, &field, small);
    default:
      throw std::logic_error("no numbers of this type yet: " + field.full_name());
  }
}

void PutTime(Message& owner, const FieldDescriptor& field, int64_t seconds, int32_t nanos) {
  Empty(owner, field);
  const auto* reflection = owner.GetReflection();
  Message& time =
      *(field.is_repeated() ? reflection->AddMessage(&owner, &field) : reflection->MutableMessage(&owner, &field));
  time.GetReflection()->SetInt64(&time, time.GetDescriptor()->FindFieldByName("seconds"), seconds);
  time.GetReflection()->SetInt32(&time, time.GetDescriptor()->FindFieldByName("nanos"), nanos);
}

void PutEntry(Message& owner, const FieldDescriptor& field, const std::string& key, const std::string& value) {
  Empty(owner, field);
  AddEntry(owner, field, key, value);
}

void PutItems(Message& owner, const FieldDescriptor& field, int count) {
  Empty(owner, field);
  for (int i = 0; i < count; ++i) AddEmptyItem(owner, field, i);
}

void Empty(Message& owner, const FieldDescriptor& field) { owner.GetReflection()->ClearField(&owner, &field); }

bool Holds(const FieldDescriptor& field, int64_t number) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 ||
         (number >= std::numeric_limits<int32_t>::min() && number <= std::numeric_limits<int32_t>::max());
}

}  // namespace voronka::testing

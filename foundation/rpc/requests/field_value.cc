#include "foundation/rpc/requests/field_value.h"

#include <algorithm>
#include <limits>

#include "foundation/rpc/requests/text_checks.h"

namespace voronka::rpc {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr size_t kLongestShownKey = 100;

// A caller may send any key; one that is too long to show is left out.
std::string ShownKey(const FieldValue& key) {
  if (key.field->cpp_type() != FieldDescriptor::CPPTYPE_STRING) return std::to_string(key.Number());
  const std::string text = key.Text();
  return text.size() <= kLongestShownKey ? '"' + text + '"' : "";
}

// A map entry is checked as its key and its value, both under the rules of the map field.
void VisitEntry(const Message& entry, const std::string& path, const std::function<void(const FieldValue&)>& visit) {
  const auto* key = entry.GetDescriptor()->map_key();
  const auto* value = entry.GetDescriptor()->map_value();
  const FieldValue key_value{&entry, key, -1, path + "[key]"};
  visit(key_value);
  visit({&entry, value, -1, path + "[" + ShownKey(key_value) + "]"});
}

}  // namespace

int64_t FieldValue::Number() const {
  const auto* r = owner->GetReflection();
  const bool item = index >= 0;
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return item ? r->GetRepeatedInt32(*owner, field, index) : r->GetInt32(*owner, field);
    case FieldDescriptor::CPPTYPE_UINT32:
      return item ? r->GetRepeatedUInt32(*owner, field, index) : r->GetUInt32(*owner, field);
    case FieldDescriptor::CPPTYPE_INT64:
      return item ? r->GetRepeatedInt64(*owner, field, index) : r->GetInt64(*owner, field);
    case FieldDescriptor::CPPTYPE_UINT64:
      return static_cast<int64_t>(
          std::min<uint64_t>(item ? r->GetRepeatedUInt64(*owner, field, index) : r->GetUInt64(*owner, field),
                             std::numeric_limits<int64_t>::max()));
    case FieldDescriptor::CPPTYPE_ENUM:
      return item ? r->GetRepeatedEnumValue(*owner, field, index) : r->GetEnumValue(*owner, field);
    default:
      return 0;
  }
}

std::string FieldValue::Text() const {
  const auto* reflection = owner->GetReflection();
  return index >= 0 ? reflection->GetRepeatedString(*owner, field, index) : reflection->GetString(*owner, field);
}

const Message& FieldValue::Nested() const {
  const auto* reflection = owner->GetReflection();
  return index >= 0 ? reflection->GetRepeatedMessage(*owner, field, index) : reflection->GetMessage(*owner, field);
}

bool IsEmpty(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (field.is_repeated()) return reflection->FieldSize(message, &field) == 0;
  return !reflection->HasField(message, &field);
}

bool IsBlankText(const Message& message, const FieldDescriptor& field) {
  if (field.is_repeated() || field.type() != FieldDescriptor::TYPE_STRING) return false;
  const std::string text = message.GetReflection()->GetString(message, &field);
  return !text.empty() && IsBlank(text);
}

void EmptyBlankTexts(Message& message) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (IsBlankText(message, *type.field(i))) message.GetReflection()->SetString(&message, type.field(i), "");
  }
}

void ForEachValue(const Message& message, const FieldDescriptor& field, const std::string& path,
                  const std::function<void(const FieldValue&)>& visit) {
  if (!field.is_repeated()) return visit({&message, &field, -1, path});
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    if (field.is_map()) {
      VisitEntry(reflection->GetRepeatedMessage(message, &field, i), path, visit);
    } else {
      visit({&message, &field, i, path + "[" + std::to_string(i) + "]"});
    }
  }
}

}  // namespace voronka::rpc

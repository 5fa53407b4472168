#include "foundation/rpc/requests/update_mask.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/field_value.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using Fields = std::vector<const FieldDescriptor*>;

bool MayChange(const FieldDescriptor& field) {
  const auto& rules = FieldRules::Of(field);
  return !rules.output_only && !rules.immutable;
}

template <class Condition>
Fields FieldsWhere(const Descriptor& type, Condition condition) {
  Fields fields;
  for (int i = 0; i < type.field_count(); ++i) {
    if (MayChange(*type.field(i)) && condition(*type.field(i))) fields.push_back(type.field(i));
  }
  return fields;
}

// A request holds the resource in a field of its own name: `deal.name`.
std::string PathOf(const Message& resource, const FieldDescriptor& field) {
  std::string name = resource.GetDescriptor()->name();
  name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  return name + "." + field.name();
}

void CheckPath(const Message& change, const FieldDescriptor* field, const std::string& where, Violations& violations) {
  if (field == nullptr) {
    return violations.Add("UNKNOWN_FIELD", where, {"There is no such field.", "Такого поля нет."});
  }
  const auto& rules = FieldRules::Of(*field);
  if (rules.output_only) violations.Add("OUTPUT_ONLY", where, {"The system sets it.", "Это поле задаёт система."});
  if (rules.immutable) violations.Add("IMMUTABLE", where, {"It never changes this way.", "Это поле так не изменить."});
  if (rules.required && IsEmpty(change, *field)) {
    violations.Add("REQUIRED", PathOf(change, *field), {"A value is required.", "Нужно значение."});
  }
}

Fields NamedFields(const Message& change, const FieldMask& mask) {
  Violations violations;
  Fields fields;
  for (int i = 0; i < mask.paths_size(); ++i) {
    const auto* field = change.GetDescriptor()->FindFieldByName(mask.paths(i));
    CheckPath(change, field, "update_mask.paths[" + std::to_string(i) + "]", violations);
    if (std::count(fields.begin(), fields.end(), field) == 0) fields.push_back(field);
  }
  violations.ThrowIfAny();
  return fields;
}

Fields FieldsToSet(const Message& change, const FieldMask& mask) {
  const auto& type = *change.GetDescriptor();
  if (mask.paths().empty()) return FieldsWhere(type, [&](const auto& field) { return !IsEmpty(change, field); });
  if (mask.paths_size() > 1 || mask.paths(0) != "*") return NamedFields(change, mask);
  FieldMask all;
  for (const auto* field : FieldsWhere(type, [](const auto&) { return true; })) all.add_paths(field->name());
  return NamedFields(change, all);
}

// A text of blanks says nothing, so it is taken as empty.
void EmptyBlankTexts(Message& change) {
  const auto& type = *change.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (IsBlankText(change, *type.field(i))) change.GetReflection()->SetString(&change, type.field(i), "");
  }
}

bool SameValue(const Message& a, const Message& b, const FieldDescriptor* field) {
  // An `optional` that is set to an empty value differs from one that is unset, but the differencer treats them as
  // equal.
  if (field->has_presence() && IsEmpty(a, *field) != IsEmpty(b, *field)) return false;
  google::protobuf::util::MessageDifferencer differencer;
  return differencer.CompareWithFields(a, b, {field}, {field});
}

}  // namespace

std::vector<std::string> ApplyUpdate(const Message& change, const FieldMask& mask, Message& resource) {
  std::vector<std::string> changed;
  const std::unique_ptr<Message> values(change.New());
  values->CopyFrom(change);
  EmptyBlankTexts(*values);
  for (const auto* field : FieldsToSet(*values, mask)) {
    if (SameValue(*values, resource, field)) continue;
    changed.push_back(field->name());
    resource.GetReflection()->SwapFields(&resource, values.get(), {field});
  }
  return changed;
}

}  // namespace voronka::rpc

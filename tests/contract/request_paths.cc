#include "tests/contract/request_paths.h"

#include <algorithm>

#include "foundation/rpc/requests/field_rules.h"

namespace voronka::testing {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Of an entry that is made to enter a map.
constexpr char kKey[] = "key";

// What a field holds that has fields of its own: of a map, a value. Null: nothing.
const Descriptor* HeldBy(const FieldDescriptor& field) {
  const auto& value = field.is_map() ? *field.message_type()->map_value() : field;
  if (value.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || IsWellKnown(*value.message_type())) return nullptr;
  return value.message_type();
}

// A recursive message is entered once.
bool IsOnWay(const RequestPath& way, const Descriptor& message) {
  return std::any_of(way.fields.begin(), way.fields.end(),
                     [&](const FieldDescriptor* field) { return field->containing_type() == &message; });
}

void AddPaths(const Descriptor& message, const RequestPath& way, std::vector<RequestPath>& paths) {
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    if (rpc::FieldRules::Of(field).output_only) continue;
    RequestPath path = way;
    path.fields.push_back(&field);
    paths.push_back(path);
    const auto* held = HeldBy(field);
    if (held != nullptr && !IsOnWay(path, *held)) AddPaths(*held, path, paths);
  }
}

Message& EnterMap(Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  reflection->ClearField(&message, &field);
  Message& entry = *reflection->AddMessage(&message, &field);
  entry.GetReflection()->SetString(&entry, field.message_type()->map_key(), kKey);
  return *entry.GetReflection()->MutableMessage(&entry, field.message_type()->map_value());
}

Message& Enter(Message& message, const FieldDescriptor& field) {
  if (field.is_map()) return EnterMap(message, field);
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) return *reflection->MutableMessage(&message, &field);
  if (reflection->FieldSize(message, &field) == 0) return *reflection->AddMessage(&message, &field);
  return *reflection->MutableRepeatedMessage(&message, &field, 0);
}

}  // namespace

std::string RequestPath::text() const {
  std::string text;
  for (const FieldDescriptor* step : fields) {
    text += step->name();
    if (step == fields.back()) break;
    text += step->is_map() ? std::string("[\"") + kKey + "\"]." : step->is_repeated() ? "[0]." : ".";
  }
  return text;
}

bool RequestPath::IsAlternative() const {
  return std::ranges::any_of(fields, [](const FieldDescriptor* field) {
    return field->real_containing_oneof() != nullptr && field->index_in_oneof() > 0;
  });
}

bool RequestPath::IsPartOfUpdate() const {
  return fields.size() > 1 && fields[fields.size() - 2]->containing_type()->FindFieldByName("update_mask") != nullptr;
}

std::vector<RequestPath> SettablePaths(const Descriptor& request) {
  std::vector<RequestPath> paths;
  AddPaths(request, {}, paths);
  return paths;
}

Message& OwnerOf(const RequestPath& path, Message& request) {
  Message* owner = &request;
  for (size_t i = 0; i + 1 < path.fields.size(); ++i) owner = &Enter(*owner, *path.fields[i]);
  return *owner;
}

bool IsWellKnown(const Descriptor& message) { return message.file()->package() == "google.protobuf"; }

}  // namespace voronka::testing

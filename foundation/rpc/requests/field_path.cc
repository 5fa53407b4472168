#include "foundation/rpc/requests/field_path.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <memory>

#include "foundation/rpc/requests/field_value.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::util::MessageDifferencer;

constexpr int kNone = -1;

std::string KeyOf(const Message& entry) {
  return entry.GetReflection()->GetString(entry, entry.GetDescriptor()->map_key());
}

int IndexOf(const Message& message, const FieldDescriptor& map, const std::string& key) {
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < reflection->FieldSize(message, &map); ++i) {
    if (KeyOf(reflection->GetRepeatedMessage(message, &map, i)) == key) return i;
  }
  return kNone;
}

// Null: there is none.
const Message* EntryAt(const Message& message, const FieldDescriptor& map, const std::string& key) {
  const int index = IndexOf(message, map, key);
  return index == kNone ? nullptr : &message.GetReflection()->GetRepeatedMessage(message, &map, index);
}

bool IsSameEntry(const FieldPath& path, const Message& a, const Message& b) {
  const auto* left = EntryAt(a, *path.field, *path.key);
  const auto* right = EntryAt(b, *path.field, *path.key);
  if (left == nullptr || right == nullptr) return left == right;
  return MessageDifferencer::Equals(*left, *right);
}

bool IsSameField(const FieldDescriptor& field, const Message& a, const Message& b) {
  // An `optional` that is set to an empty value differs from one that is unset, but the differencer treats them as
  // equal.
  if (field.has_presence() && IsEmpty(a, field) != IsEmpty(b, field)) return false;
  MessageDifferencer differencer;
  return differencer.CompareWithFields(a, b, {&field}, {&field});
}

void RemoveEntry(const FieldPath& path, Message& message) {
  const int index = IndexOf(message, *path.field, *path.key);
  if (index == kNone) return;
  const auto* reflection = message.GetReflection();
  reflection->SwapElements(&message, path.field, index, reflection->FieldSize(message, path.field) - 1);
  reflection->RemoveLast(&message, path.field);
}

void CopyEntry(const FieldPath& path, const Message& from, Message& to) {
  RemoveEntry(path, to);
  const auto* entry = EntryAt(from, *path.field, *path.key);
  if (entry != nullptr) to.GetReflection()->AddMessage(&to, path.field)->CopyFrom(*entry);
}

void CopyFields(const std::vector<const FieldDescriptor*>& fields, const Message& from, Message& to) {
  if (fields.empty()) return;
  const std::unique_ptr<Message> copy(from.New());
  copy->CopyFrom(from);
  to.GetReflection()->SwapFields(&to, copy.get(), fields);
}

}  // namespace

bool EntriesAreFields(const FieldDescriptor& field) {
  return field.options().GetExtension(options::v1::field).entries_are_fields();
}

std::optional<FieldPath> FieldPath::Parse(const Descriptor& type, const std::string& text) {
  const auto dot = text.find('.');
  const auto* field = type.FindFieldByName(text.substr(0, dot));
  if (field == nullptr) return std::nullopt;
  if (dot == std::string::npos) return FieldPath{field};
  if (!EntriesAreFields(*field)) return std::nullopt;
  return FieldPath{field, text.substr(dot + 1)};
}

std::vector<FieldPath> EntriesOf(const Message& message, const FieldDescriptor& map) {
  const auto* reflection = message.GetReflection();
  std::vector<FieldPath> entries;
  for (int i = 0; i < reflection->FieldSize(message, &map); ++i) {
    entries.push_back({&map, KeyOf(reflection->GetRepeatedMessage(message, &map, i))});
  }
  return entries;
}

bool IsSameAt(const FieldPath& path, const Message& a, const Message& b) {
  return path.key ? IsSameEntry(path, a, b) : IsSameField(*path.field, a, b);
}

void CopyAt(std::span<const FieldPath> paths, const Message& from, Message& to) {
  std::vector<const FieldDescriptor*> fields;
  for (const auto& path : paths) {
    if (!path.key && std::ranges::find(fields, path.field) == fields.end()) fields.push_back(path.field);
  }
  CopyFields(fields, from, to);
  for (const auto& path : paths) {
    if (path.key) CopyEntry(path, from, to);
  }
}

}  // namespace voronka::rpc

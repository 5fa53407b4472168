#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace voronka::rpc {

// The option `entries_are_fields`.
bool EntriesAreFields(const google::protobuf::FieldDescriptor& field);

// What an update mask or a change of a resource names: a field, as `amount`, or an entry of a map whose entries are
// fields, as `fields.requirements`.
struct FieldPath {
  const google::protobuf::FieldDescriptor* field;
  // Nothing: the whole field.
  std::optional<std::string> key = std::nullopt;

  bool operator==(const FieldPath&) const = default;

  std::string Text() const { return key ? field->name() + "." + *key : field->name(); }

  // Nothing: the resource has no such field.
  static std::optional<FieldPath> Parse(const google::protobuf::Descriptor& type, const std::string& text);
};

// The entries that a map has.
std::vector<FieldPath> EntriesOf(const google::protobuf::Message& message,
                                 const google::protobuf::FieldDescriptor& map);

bool IsSameAt(const FieldPath& path, const google::protobuf::Message& a, const google::protobuf::Message& b);

// What `from` does not have there, `to` has not afterwards. Both are of one type.
void CopyAt(std::span<const FieldPath> paths, const google::protobuf::Message& from, google::protobuf::Message& to);

}  // namespace voronka::rpc

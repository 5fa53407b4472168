#include "foundation/rpc/requests/update_mask.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "foundation/rpc/requests/field_path.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/field_value.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using Paths = std::vector<FieldPath>;

bool MayChange(const FieldDescriptor& field) {
  const auto& rules = FieldRules::Of(field);
  return !rules.output_only && !rules.immutable;
}

// A request holds the resource in a field of its own name: `deal.name`, `saved_filter.name`.
std::string PathOf(const Message& resource, const FieldDescriptor& field) {
  std::string path;
  for (const char letter : resource.GetDescriptor()->name()) {
    const bool is_capital = letter >= 'A' && letter <= 'Z';
    if (is_capital && !path.empty()) path += '_';
    path += is_capital ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return path + "." + field.name();
}

void CheckField(const Message& change, const FieldDescriptor& field, const std::string& where, Violations& violations) {
  const auto& rules = FieldRules::Of(field);
  if (rules.output_only) violations.Add("OUTPUT_ONLY", where, {"The system sets it.", "Это поле задаёт система."});
  if (rules.immutable) violations.Add("IMMUTABLE", where, {"It never changes this way.", "Это поле так не изменить."});
  if (rules.required && IsEmpty(change, field)) {
    violations.Add("REQUIRED", PathOf(change, field), {"A value is required.", "Нужно значение."});
  }
}

Paths NamedPaths(const Message& change, const FieldMask& mask, Violations& violations) {
  Paths paths;
  for (int i = 0; i < mask.paths_size(); ++i) {
    const auto path = FieldPath::Parse(*change.GetDescriptor(), mask.paths(i));
    const auto where = "update_mask.paths[" + std::to_string(i) + "]";
    if (!path) {
      violations.Add("UNKNOWN_FIELD", where, {"There is no such field.", "Такого поля нет."});
      continue;
    }
    CheckField(change, *path->field, where, violations);
    if (std::ranges::find(paths, *path) == paths.end()) paths.push_back(*path);
  }
  return paths;
}

Paths AllPaths(const Descriptor& type) {
  Paths paths;
  for (int i = 0; i < type.field_count(); ++i) {
    if (MayChange(*type.field(i))) paths.push_back({type.field(i)});
  }
  return paths;
}

// Of a map whose entries are fields, each entry.
Paths PathsWithValues(const Message& change) {
  Paths paths;
  for (const auto& path : AllPaths(*change.GetDescriptor())) {
    if (IsEmpty(change, *path.field)) continue;
    if (EntriesAreFields(*path.field)) {
      std::ranges::move(EntriesOf(change, *path.field), std::back_inserter(paths));
    } else {
      paths.push_back(path);
    }
  }
  return paths;
}

Paths PathsToSet(const Message& change, const FieldMask& mask, Violations& violations) {
  if (mask.paths().empty()) return PathsWithValues(change);
  if (mask.paths_size() > 1 || mask.paths(0) != "*") return NamedPaths(change, mask, violations);
  FieldMask all;
  for (const auto& path : AllPaths(*change.GetDescriptor())) all.add_paths(path.Text());
  return NamedPaths(change, all, violations);
}

}  // namespace

std::vector<std::string> ApplyUpdate(const Message& change, const FieldMask& mask, Message& resource) {
  Violations violations;
  auto names = ApplyUpdate(change, mask, resource, violations);
  violations.ThrowIfAny();
  return names;
}

std::vector<std::string> ApplyUpdate(const Message& change, const FieldMask& mask, Message& resource,
                                     Violations& violations) {
  const std::unique_ptr<Message> values(change.New());
  values->CopyFrom(change);
  EmptyBlankTexts(*values);
  Violations wrong;
  auto changed = PathsToSet(*values, mask, wrong);
  violations.AddAll(wrong);
  if (!wrong.empty()) return {};
  std::erase_if(changed, [&](const FieldPath& path) { return IsSameAt(path, *values, resource); });
  CopyAt(changed, *values, resource);
  std::vector<std::string> names;
  std::ranges::transform(changed, std::back_inserter(names), &FieldPath::Text);
  return names;
}

}  // namespace voronka::rpc

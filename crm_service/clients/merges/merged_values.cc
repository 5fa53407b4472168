#include "crm_service/clients/merges/merged_values.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "crm_service/log/events/resource_change.h"
#include "foundation/rpc/requests/field_path.h"
#include "foundation/rpc/requests/field_rules.h"

namespace voronka::crm {
namespace {

using google::protobuf::Message;
using rpc::FieldPath;

// The system's own are not; lists are united.
bool IsChosen(const FieldPath& path) {
  return !rpc::FieldRules::Of(*path.field).output_only && (path.key.has_value() || !path.field->is_repeated());
}

std::vector<FieldPath> ChosenThatDiffer(const Message& one, const Message& other) {
  auto paths = FieldsThatDiffer(one, other);
  std::erase_if(paths, [](const FieldPath& path) { return !IsChosen(path); });
  return paths;
}

}  // namespace

void TakeValues(const Message& merged, const google::protobuf::FieldMask& taken, Message& survivor,
                rpc::Violations& violations) {
  std::vector<FieldPath> paths;
  for (int i = 0; i < taken.paths_size(); ++i) {
    const auto path = FieldPath::Parse(*merged.GetDescriptor(), taken.paths(i));
    const bool is_known = path && IsChosen(*path);
    violations.AddUnless(is_known, "UNKNOWN_FIELD", "taken.paths[" + std::to_string(i) + "]",
                         {"There is no such field to choose.", "Такого поля нет, или его не выбирают."});
    if (is_known) paths.push_back(*path);
  }
  if (violations.empty()) rpc::CopyAt(paths, merged, survivor);
}

void FillGaps(const Message& merged, Message& survivor) {
  const std::unique_ptr<Message> nothing(merged.New());
  auto paths = ChosenThatDiffer(*nothing, merged);
  std::erase_if(paths, [&](const FieldPath& path) { return !rpc::IsSameAt(path, survivor, *nothing); });
  rpc::CopyAt(paths, merged, survivor);
}

std::vector<std::string> PutValuesBack(const Message& before, const Message& after, Message& now) {
  std::vector<FieldPath> same;
  std::vector<std::string> changed;
  for (const auto& path : ChosenThatDiffer(before, after)) {
    if (rpc::IsSameAt(path, now, after)) {
      same.push_back(path);
    } else {
      changed.push_back(path.Text());
    }
  }
  rpc::CopyAt(same, before, now);
  return changed;
}

std::vector<ContactPoint> Without(const std::vector<ContactPoint>& all, const std::vector<ContactPoint>& some) {
  std::vector<ContactPoint> rest;
  std::ranges::copy_if(all, std::back_inserter(rest),
                       [&](const ContactPoint& point) { return std::ranges::find(some, point) == some.end(); });
  return rest;
}

std::vector<ContactPoint> Common(const std::vector<ContactPoint>& all, const std::vector<ContactPoint>& some) {
  return Without(all, Without(all, some));
}

}  // namespace voronka::crm

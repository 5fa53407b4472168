#include "crm_service/fields/values/editable_values.h"

#include <google/protobuf/util/message_differencer.h>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {
namespace {

bool Differ(const FieldValues& before, const FieldValues& after, const std::string& key) {
  const auto former = before.find(key);
  const auto latter = after.find(key);
  if (former == before.end() || latter == after.end()) return (former == before.end()) != (latter == after.end());
  return !google::protobuf::util::MessageDifferencer::Equals(former->second, latter->second);
}

void Restore(const FieldValues& before, FieldValues& after, const std::string& key) {
  const auto former = before.find(key);
  if (former == before.end()) {
    after.erase(key);
  } else {
    after[key] = former->second;
  }
}

}  // namespace

// Nothing else is said of the value of a hidden field: of which kind it should be, or who has it already.
void CheckMayEdit(options::v1::Role role, const v1::FieldSet& field_set, const FieldValues& before, FieldValues& after,
                  const std::string& path, rpc::Violations& violations) {
  for (const auto& field : field_set.fields()) {
    const auto& key = field.key();
    if (MayEditField(role, field) || !Differ(before, after, key)) continue;
    if (SeesField(role, field)) {
      AddNotEditable(PathOfValue(path, key), violations);
      continue;
    }
    violations.AddUnless(!after.contains(key), "UNKNOWN_FIELD", PathOfValue(path, key),
                         {"There is no field “" + key + "”.", "Поля «" + key + "» нет."});
    Restore(before, after, key);
  }
}

}  // namespace voronka::crm

#include "crm_service/fields/values/field_values.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {

using google::protobuf::util::MessageDifferencer;
using rpc::Violations;
using v1::Field;
using v1::FieldSet;
using v1::FieldValue;

namespace {

constexpr size_t kMostBytes = 256 << 10;

const FieldValue& ValueIn(const FieldValues& values, const std::string& key) {
  const auto found = values.find(key);
  return found == values.end() ? FieldValue::default_instance() : found->second;
}

// Those that are not as they were, in order.
std::vector<std::string> ChangedKeys(const FieldValues& before, const FieldValues& after) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : after) {
    if (!before.contains(key) || !MessageDifferencer::Equals(ValueIn(before, key), value)) keys.push_back(key);
  }
  std::ranges::sort(keys);
  return keys;
}

void KeepRemoved(const FieldSet& field_set, const FieldValues& before, FieldValues& after) {
  for (const auto& field : field_set.removed_fields()) {
    if (const auto value = before.find(field.key()); value != before.end()) after[field.key()] = value->second;
  }
}

// Null: the account has no such field of its own.
const Field* OwnField(const FieldSet& field_set, const std::string& key) {
  const auto found = std::ranges::find(field_set.fields(), key, &Field::key);
  return found == field_set.fields().end() || found->system() ? nullptr : &*found;
}

void CheckSize(const FieldValues& values, const std::string& path, Violations& violations) {
  size_t bytes = 0;
  for (const auto& [key, value] : values) bytes += key.size() + value.ByteSizeLong();
  violations.AddUnless(bytes <= kMostBytes, "TOO_LARGE", path,
                       {"The fields take more than 256 KiB together.", "Поля вместе занимают больше 256 КиБ."});
}

}  // namespace

bool AreSame(const FieldValues& a, const FieldValues& b) { return a.size() == b.size() && ChangedKeys(a, b).empty(); }

void Normalise(const FieldSet& field_set, const FieldValues& before, FieldValues& after, const std::string& path,
               Violations& violations) {
  for (const auto& key : ChangedKeys(before, after)) {
    const auto* field = OwnField(field_set, key);
    if (field == nullptr) {
      violations.Add("UNKNOWN_FIELD", PathOfValue(path, key),
                     {"There is no field “" + key + "”.", "Поля «" + key + "» нет."});
    } else if (IsBlank(after.at(key))) {
      after.erase(key);
    } else {
      NormaliseValue(*field, ValueIn(before, key), after.at(key), PathOfValue(path, key), violations);
    }
  }
  KeepRemoved(field_set, before, after);
  CheckSize(after, path, violations);
}

std::map<std::string, int64_t> NewUsersIn(const FieldValues& before, const FieldValues& after,
                                          const std::string& path) {
  std::map<std::string, int64_t> users;
  for (const auto& key : ChangedKeys(before, after)) {
    if (const int64_t user = after.at(key).user_id(); user != 0) users.emplace(PathOfValue(path, key), user);
  }
  return users;
}

}  // namespace voronka::crm

#include "crm_service/fields/field_sets/field_set_rules.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "crm_service/fields/field_sets/indexed_fields.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/numbers/decimal.h"

namespace voronka::crm {

using rpc::Violations;
using v1::Field;
using v1::FieldChoice;
using v1::FieldGroup;
using v1::FieldSet;

namespace {

std::string PathTo(const char* list, int index, std::string_view field) {
  return "field_set." + std::string(list) + "[" + std::to_string(index) + "]." + std::string(field);
}

bool HasChoices(Field::Kind kind) { return kind == Field::KIND_CHOICE || kind == Field::KIND_CHOICES; }

// A field that an account defines may be of this kind.
bool IsOfItsOwn(Field::Kind kind) {
  return kind != Field::KIND_UNSPECIFIED && kind != Field::KIND_CONTACT && kind != Field::KIND_COMPANY;
}

bool HasLength(Field::Kind kind) { return kind == Field::KIND_TEXT || kind == Field::KIND_MULTILINE_TEXT; }

template <class Items>
bool HasKey(const Items& items, const std::string& key) {
  return std::ranges::any_of(items, [&](const auto& item) { return item.key() == key; });
}

// `path_to` makes the path of the item with a number.
template <class Items, class PathOf>
void CheckKeysDiffer(const Items& items, const PathOf& path_to, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < items.size(); ++i) {
    violations.AddUnless(seen.insert(items[i].key()).second, "DUPLICATE_KEY", path_to(i),
                         {"The key is used twice.", "Ключ повторяется."});
  }
}

// The definition of one field, which is at `index`.
class FieldCheck {
 public:
  FieldCheck(const FieldSet& set, int index, Violations& violations)
      : set_(set), field_(set.fields(index)), index_(index), violations_(violations) {}

  void Run() {
    violations_.AddUnless(field_.group().empty() || HasKey(set_.groups(), field_.group()), "UNKNOWN_GROUP", At("group"),
                          {"There is no such group.", "Такой группы нет."});
    const bool is_system = SystemField(set_.entity(), field_.key()) != nullptr;
    RequireKind(!field_.unique() || (MayBeUnique(field_.kind()) && !is_system), "unique");
    RequireKind(!field_.filterable() || (MayBeFilterable(field_.kind()) && !is_system), "filterable");
    // Totals and the names of deals would tell.
    RequireKind(!is_system || field_.visible_to().empty(), "visible_to");
    CheckRoles(field_.visible_to(), "visible_to");
    CheckRoles(field_.editable_by(), "editable_by");
    if (is_system) return;
    violations_.AddUnless(!field_.label().empty(), "LABEL_REQUIRED", At("label"),
                          {"The field needs a name.", "Дайте полю название."});
    violations_.AddUnless(IsOfItsOwn(field_.kind()), "KIND_REQUIRED", At("kind"),
                          {"Choose a kind.", "Выберите вид поля."});
    CheckChoices();
    CheckBounds();
    RequireKind(field_.pipelines().empty() || set_.entity() == v1::ENTITY_DEAL, "pipelines");
  }

 private:
  std::string At(std::string_view part) const { return PathTo("fields", index_, part); }

  void RequireKind(bool fits, std::string_view part) {
    violations_.AddUnless(fits, "NOT_OF_THIS_KIND", At(part),
                          {"A field of this kind has none.", "У поля этого вида такого нет."});
  }

  void CheckRoles(const google::protobuf::RepeatedField<int>& roles, std::string_view part) {
    const bool are_users = std::ranges::all_of(
        roles, [](int role) { return role != options::v1::ROLE_UNSPECIFIED && role != options::v1::ROLE_SERVICE; });
    violations_.AddUnless(are_users, "ROLE_NOT_ALLOWED", At(part),
                          {"Name roles of users.", "Укажите роли пользователей."});
  }

  void CheckChoices() {
    const bool has_choices = HasChoices(field_.kind());
    RequireKind(has_choices || field_.choices().empty(), "choices");
    violations_.AddUnless(!has_choices || !field_.choices().empty(), "CHOICES_REQUIRED", At("choices"),
                          {"Name at least one choice.", "Назовите хотя бы один вариант."});
    CheckKeysDiffer(
        field_.choices(), [&](int i) { return At("choices[" + std::to_string(i) + "].key"); }, violations_);
  }

  void CheckBounds() {
    const bool is_number = field_.kind() == Field::KIND_NUMBER;
    RequireKind(is_number || field_.min().empty(), "min");
    RequireKind(is_number || field_.max().empty(), "max");
    RequireKind(HasLength(field_.kind()) || field_.max_length() == 0, "max_length");
    if (field_.min().empty() || field_.max().empty()) return;
    violations_.AddUnless(!IsLess(field_.max(), field_.min()), "BOUNDS_REVERSED", At("max"),
                          {"The upper bound is below the lower one.", "Верхняя граница меньше нижней."});
  }

  const FieldSet& set_;
  const Field& field_;
  const int index_;
  Violations& violations_;
};

const Field* FindAmong(const google::protobuf::RepeatedPtrField<Field>& fields, const std::string& key) {
  const auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? nullptr : &*found;
}

// In use, or in the bin.
const Field* FormerField(const FieldSet& before, const std::string& key) {
  const auto* field = FindAmong(before.fields(), key);
  return field != nullptr ? field : FindAmong(before.removed_fields(), key);
}

// A system field as the account wants it: its kind is not for the account to say.
Field Completed(v1::Entity entity, Field field) {
  const auto* system = SystemField(entity, field.key());
  field.set_system(system != nullptr);
  if (system != nullptr) field.set_kind(system->kind());
  return field;
}

bool KeepsChoices(const Field& before, const Field& after) {
  return std::ranges::all_of(before.choices(),
                             [&](const FieldChoice& choice) { return HasKey(after.choices(), choice.key()); });
}

}  // namespace

void CheckFieldSet(const FieldSet& field_set, Violations& violations) {
  CheckKeysDiffer(
      field_set.groups(), [](int i) { return PathTo("groups", i, "key"); }, violations);
  CheckKeysDiffer(
      field_set.fields(), [](int i) { return PathTo("fields", i, "key"); }, violations);
  for (int i = 0; i < field_set.fields_size(); ++i) FieldCheck(field_set, i, violations).Run();
}

void CheckPipelinesOfFields(const FieldSet& field_set, const std::set<std::string>& pipelines, Violations& violations) {
  for (int i = 0; i < field_set.fields_size(); ++i) {
    const auto& named = field_set.fields(i).pipelines();
    for (int j = 0; j < named.size(); ++j) {
      violations.AddUnless(pipelines.contains(named[j]), "UNKNOWN_PIPELINE",
                           PathTo("fields", i, "pipelines[" + std::to_string(j) + "]"),
                           {"There is no such pipeline.", "Такой воронки нет."});
    }
  }
}

FieldSet Replaced(const FieldSet& before, const FieldSet& wanted) {
  FieldSet after = before;
  *after.mutable_groups() = wanted.groups();
  after.clear_fields();
  after.clear_removed_fields();
  for (const auto& system : SystemFieldsOf(before.entity())) {
    if (!HasKey(wanted.fields(), system.key())) *after.add_fields() = system;
  }
  for (const auto& field : wanted.fields()) {
    *after.add_fields() = WithIndexOf(FormerField(before, field.key()), Completed(before.entity(), field));
  }
  for (const auto* fields : {&before.fields(), &before.removed_fields()}) {
    for (const auto& field : *fields) {
      if (!HasKey(wanted.fields(), field.key())) *after.add_removed_fields() = field;
    }
  }
  return after;
}

void CheckKeepsValues(const FieldSet& before, const FieldSet& wanted) {
  Violations violations;
  for (int i = 0; i < wanted.fields_size(); ++i) {
    const auto field = Completed(before.entity(), wanted.fields(i));
    const auto* former = FormerField(before, field.key());
    if (former == nullptr) continue;
    violations.AddUnless(former->kind() == field.kind(), "KIND_FIXED", PathTo("fields", i, "kind"),
                         {"The kind of a field never changes: its values would be lost. Make a new field.",
                          "Вид поля не меняется, иначе пропадут значения. Заведите новое поле."});
    violations.AddUnless(former->kind() != field.kind() || KeepsChoices(*former, field), "CHOICE_REMOVED",
                         PathTo("fields", i, "choices"),
                         {"A choice cannot be removed, only retired: values may have it.",
                          "Вариант нельзя убрать, только вывести из употребления: он может быть в значениях."});
  }
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace voronka::crm

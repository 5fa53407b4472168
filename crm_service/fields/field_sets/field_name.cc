#include "crm_service/fields/field_sets/field_name.h"

#include <algorithm>
#include <array>

#include "crm_service/fields/field_sets/system_fields.h"

namespace voronka::crm {
namespace {

using v1::Entity;
using v1::Field;

struct NamedEntity {
  Entity entity;
  const char* name;
};

// A task has no fields of the account's own: only filters name what it has.
constexpr std::array kEntities = {NamedEntity{v1::ENTITY_DEAL, "deal"}, NamedEntity{v1::ENTITY_CONTACT, "contact"},
                                  NamedEntity{v1::ENTITY_COMPANY, "company"},
                                  NamedEntity{v1::ENTITY_UNSPECIFIED, "task"}};

}  // namespace

std::string PathOfValue(const std::string& fields, const std::string& key) { return fields + "[\"" + key + "\"]"; }

FieldName FieldName::Parse(const std::string& text) {
  const auto dot = text.find('.');
  const auto found = std::ranges::find(kEntities, text.substr(0, dot), &NamedEntity::name);
  if (dot == std::string::npos || found == kEntities.end()) throw std::out_of_range("no field is called " + text);
  return {found->entity, text.substr(dot + 1)};
}

std::string FieldName::Path() const {
  const std::string resource = std::ranges::find(kEntities, entity, &NamedEntity::entity)->name;
  if (SystemField(entity, key) != nullptr) return resource + "." + key;
  return PathOfValue(resource + ".fields", key);
}

const Field* FindField(const FieldSetsByEntity& field_sets, const FieldName& name) {
  const auto set = field_sets.find(name.entity);
  if (set == field_sets.end()) return nullptr;
  const auto field = std::ranges::find(set->second.fields(), name.key, &Field::key);
  return field == set->second.fields().end() ? nullptr : &*field;
}

bool IsIn(const Field& field, const std::string& pipeline) {
  return field.pipelines().empty() || std::ranges::count(field.pipelines(), pipeline) > 0;
}

rpc::Text LabelOf(const FieldSetsByEntity& field_sets, const FieldName& name) {
  const auto* field = FindField(field_sets, name);
  if (field != nullptr && !field->label().empty()) return {field->label(), field->label()};
  return SystemField(name.entity, name.key) != nullptr ? UsualLabel(name.entity, name.key)
                                                       : rpc::Text{name.key, name.key};
}

}  // namespace voronka::crm

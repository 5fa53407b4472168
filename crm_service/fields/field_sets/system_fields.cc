#include "crm_service/fields/field_sets/system_fields.h"

#include <algorithm>
#include <map>
#include <utility>

namespace voronka::crm {

using v1::Entity;
using v1::Field;

namespace {

Field System(const char* key, Field::Kind kind) {
  Field field;
  field.set_key(key);
  field.set_kind(kind);
  field.set_system(true);
  return field;
}

}  // namespace

const std::vector<Field>& SystemFieldsOf(Entity entity) {
  static const std::vector<Field> of_deals = {System("name", Field::KIND_TEXT), System("amount", Field::KIND_MONEY),
                                              System("contact_id", Field::KIND_CONTACT)};
  static const std::vector<Field> of_contacts = {System("name", Field::KIND_TEXT), System("phones", Field::KIND_PHONE),
                                                 System("emails", Field::KIND_EMAIL)};
  return entity == v1::ENTITY_DEAL ? of_deals : of_contacts;
}

const rpc::Text& UsualLabel(Entity entity, const std::string& key) {
  static const std::map<std::pair<Entity, std::string>, rpc::Text> labels = {
      {{v1::ENTITY_DEAL, "name"}, {"Name", "Название"}},         {{v1::ENTITY_DEAL, "amount"}, {"Amount", "Сумма"}},
      {{v1::ENTITY_DEAL, "contact_id"}, {"Contact", "Контакт"}}, {{v1::ENTITY_CONTACT, "name"}, {"Name", "Имя"}},
      {{v1::ENTITY_CONTACT, "phones"}, {"Phone", "Телефон"}},    {{v1::ENTITY_CONTACT, "emails"}, {"Email", "Почта"}},
  };
  return labels.at({entity, key});
}

const Field* SystemField(Entity entity, const std::string& key) {
  const auto& fields = SystemFieldsOf(entity);
  const auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? nullptr : &*found;
}

v1::FieldSet UsualFieldSet(Entity entity) {
  v1::FieldSet usual;
  usual.set_id(entity);
  usual.set_entity(entity);
  for (const auto& field : SystemFieldsOf(entity)) *usual.add_fields() = field;
  return usual;
}

}  // namespace voronka::crm

#include "crm_service/fields/field_sets/system_fields.h"

#include <algorithm>
#include <map>
#include <utility>

namespace voronka::crm {

using v1::Entity;
using v1::Field;

Field SystemFieldOfKind(const std::string& key, Field::Kind kind) {
  Field field;
  field.set_key(key);
  field.set_kind(kind);
  field.set_system(true);
  return field;
}

const std::vector<Field>& SystemFieldsOf(Entity entity) {
  static const std::map<Entity, std::vector<Field>> fields = {
      {v1::ENTITY_DEAL,
       {SystemFieldOfKind("name", Field::KIND_TEXT), SystemFieldOfKind("amount", Field::KIND_MONEY),
        SystemFieldOfKind("amount_confirmed", Field::KIND_YES_NO), SystemFieldOfKind("deadline", Field::KIND_TIME),
        SystemFieldOfKind("contact_id", Field::KIND_CONTACT), SystemFieldOfKind("company_id", Field::KIND_COMPANY)}},
      {v1::ENTITY_CONTACT,
       {SystemFieldOfKind("name", Field::KIND_TEXT), SystemFieldOfKind("phones", Field::KIND_PHONE),
        SystemFieldOfKind("emails", Field::KIND_EMAIL), SystemFieldOfKind("messengers", Field::KIND_TEXT),
        SystemFieldOfKind("company_id", Field::KIND_COMPANY), SystemFieldOfKind("job_title", Field::KIND_TEXT)}},
      {v1::ENTITY_COMPANY,
       {SystemFieldOfKind("name", Field::KIND_TEXT), SystemFieldOfKind("tax_number", Field::KIND_TEXT),
        SystemFieldOfKind("phones", Field::KIND_PHONE), SystemFieldOfKind("emails", Field::KIND_EMAIL),
        SystemFieldOfKind("site", Field::KIND_LINK), SystemFieldOfKind("address", Field::KIND_ADDRESS)}}};
  static const std::vector<Field> none;
  const auto found = fields.find(entity);
  return found == fields.end() ? none : found->second;
}

const rpc::Text& UsualLabel(Entity entity, const std::string& key) {
  static const std::map<std::pair<Entity, std::string>, rpc::Text> labels = {
      {{v1::ENTITY_DEAL, "name"}, {"Name", "Название"}},
      {{v1::ENTITY_DEAL, "amount"}, {"Amount", "Сумма"}},
      {{v1::ENTITY_DEAL, "amount_confirmed"}, {"Amount confirmed", "Сумма подтверждена"}},
      {{v1::ENTITY_DEAL, "deadline"}, {"Deadline", "Срок"}},
      {{v1::ENTITY_DEAL, "contact_id"}, {"Contact", "Контакт"}},
      {{v1::ENTITY_DEAL, "company_id"}, {"Company", "Компания"}},
      {{v1::ENTITY_CONTACT, "name"}, {"Name", "Имя"}},
      {{v1::ENTITY_CONTACT, "phones"}, {"Phone", "Телефон"}},
      {{v1::ENTITY_CONTACT, "emails"}, {"Email", "Почта"}},
      {{v1::ENTITY_CONTACT, "messengers"}, {"Messenger", "Мессенджер"}},
      {{v1::ENTITY_CONTACT, "company_id"}, {"Company", "Компания"}},
      {{v1::ENTITY_CONTACT, "job_title"}, {"Job title", "Должность"}},
      {{v1::ENTITY_COMPANY, "name"}, {"Name", "Название"}},
      {{v1::ENTITY_COMPANY, "tax_number"}, {"Tax number", "ИНН"}},
      {{v1::ENTITY_COMPANY, "phones"}, {"Phone", "Телефон"}},
      {{v1::ENTITY_COMPANY, "emails"}, {"Email", "Почта"}},
      {{v1::ENTITY_COMPANY, "site"}, {"Site", "Сайт"}},
      {{v1::ENTITY_COMPANY, "address"}, {"Address", "Адрес"}},
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
  return WithSystemFields(std::move(usual));
}

v1::FieldSet WithSystemFields(v1::FieldSet field_set) {
  auto& fields = *field_set.mutable_fields();
  std::string former;
  for (const auto& system : SystemFieldsOf(field_set.entity())) {
    if (std::ranges::find(fields, system.key(), &Field::key) == fields.end()) {
      *fields.Add() = system;
      const auto place = std::ranges::find(fields, former, &Field::key);
      const auto target = place == fields.end() ? fields.begin() : place + 1;
      std::rotate(target, fields.end() - 1, fields.end());
    }
    former = system.key();
  }
  return field_set;
}

}  // namespace voronka::crm

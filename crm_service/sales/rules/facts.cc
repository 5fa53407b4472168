#include "crm_service/sales/rules/facts.h"

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/values/resource_values.h"
#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {
namespace {

using v1::FieldValue;

template <class Resource>
std::vector<FieldValue> ValuesIn(const Resource& resource, const FieldName& field) {
  const auto* system = SystemField(field.entity, field.key);
  return system != nullptr ? SystemValues(resource, field.key, system->kind())
                           : OwnValues(resource.fields(), field.key);
}

}  // namespace

std::vector<FieldValue> ValuesOf(const Facts& facts, const FieldName& field) {
  std::vector<FieldValue> values;
  if (field.entity == v1::ENTITY_DEAL) values = ValuesIn(facts.deal, field);
  if (field.entity == v1::ENTITY_CONTACT && facts.contact != nullptr) values = ValuesIn(*facts.contact, field);
  if (field.entity == v1::ENTITY_COMPANY && facts.company != nullptr) values = ValuesIn(*facts.company, field);
  std::erase_if(values, [](const FieldValue& value) { return IsBlank(value); });
  return values;
}

}  // namespace voronka::crm

#pragma once

#include <vector>

#include "crm_service/fields/values/resource_values.h"
#include "crm_service/fields/values/value_check.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// What a resource says in a field, without blanks. `Resource` has fields of the account's own.
template <class Resource>
std::vector<v1::FieldValue> SaidValues(const Resource& resource, const v1::Field& field) {
  auto values =
      field.system() ? SystemValues(resource, field.key(), field.kind()) : OwnValues(resource.fields(), field.key());
  std::erase_if(values, [](const v1::FieldValue& value) { return IsBlank(value); });
  return values;
}

// «Да» or «нет», as what is found out about a resource.
inline std::vector<v1::FieldValue> YesOrNo(bool yes) {
  v1::FieldValue value;
  value.set_yes(yes);
  return {value};
}

}  // namespace voronka::crm

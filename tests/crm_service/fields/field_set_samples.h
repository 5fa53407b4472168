#pragma once

#include <string>

#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::testing {

inline crm::v1::Field OwnField(const std::string& key, crm::v1::Field::Kind kind) {
  crm::v1::Field field;
  field.set_key(key);
  field.set_label("Поле " + key);
  field.set_kind(kind);
  return field;
}

// A choice of `pickup` and `delivery`.
inline crm::v1::Field ShippingField() {
  auto field = OwnField("shipping", crm::v1::Field::KIND_CHOICE);
  for (const char* key : {"delivery", "pickup"}) {
    auto& choice = *field.add_choices();
    choice.set_key(key);
    choice.set_name(key);
  }
  return field;
}

inline crm::v1::GetFieldSetRequest Getting(crm::v1::Entity entity) {
  crm::v1::GetFieldSetRequest request;
  request.set_entity(entity);
  return request;
}

inline crm::v1::UpdateFieldSetRequest Updating(const crm::v1::FieldSet& field_set) {
  crm::v1::UpdateFieldSetRequest request;
  *request.mutable_field_set() = field_set;
  return request;
}

}  // namespace voronka::testing

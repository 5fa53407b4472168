#pragma once

#include <array>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

inline constexpr std::array kEntitiesWithFields = {v1::ENTITY_DEAL, v1::ENTITY_CONTACT, v1::ENTITY_COMPANY};

// The fields that every account has, in their usual order. None of what has no field set.
const std::vector<v1::Field>& SystemFieldsOf(v1::Entity entity);

// What users call a system field, unless the account has relabelled it.
const rpc::Text& UsualLabel(v1::Entity entity, const std::string& key);

// Null: the entity has no such system field.
const v1::Field* SystemField(v1::Entity entity, const std::string& key);

// One that the system defines, without a label.
v1::Field SystemFieldOfKind(const std::string& key, v1::Field::Kind kind);

// The field set of an account that has not changed it.
v1::FieldSet UsualFieldSet(v1::Entity entity);

// With those that a newer release has added since it was stored, each behind the one that it usually follows.
v1::FieldSet WithSystemFields(v1::FieldSet field_set);

}  // namespace voronka::crm

#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// It answers nothing: no value at all, an empty text or list.
bool IsBlank(const v1::FieldValue& value);

// Which member of a value a field of this kind has. KIND_CONTACT and KIND_COMPANY have none.
v1::FieldValue::ValueCase ValueCaseOf(v1::Field::Kind kind);

// Whether the field may have the value, which is not blank; stores it in one form. `before`: the field's value until
// now, which may be a choice that is retired by now. A new kind of field has its line here.
void NormaliseValue(const v1::Field& field, const v1::FieldValue& before, v1::FieldValue& value,
                    const std::string& path, rpc::Violations& violations);

}  // namespace voronka::crm

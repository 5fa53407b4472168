#pragma once

#include <string>

#include "crm_service/fields/values/field_values.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// What a role that does not see a field writes leaves its values as they are. Adds UNKNOWN_FIELD for a value that it
// writes all the same, FIELD_NOT_EDITABLE for what it sees and may not change. `path`: that of the map. Pure.
void CheckMayEdit(options::v1::Role role, const v1::FieldSet& field_set, const FieldValues& before, FieldValues& after,
                  const std::string& path, rpc::Violations& violations);

}  // namespace voronka::crm

#pragma once

#include <set>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Pure decisions about field sets, without a database.

// What of the field set contradicts itself.
void CheckFieldSet(const v1::FieldSet& field_set, rpc::Violations& violations);

// Whether the pipelines that fields are shown in exist (UNKNOWN_PIPELINE). `pipelines`: by key.
void CheckPipelinesOfFields(const v1::FieldSet& field_set, const std::set<std::string>& pipelines,
                            rpc::Violations& violations);

// `before` with the groups and fields of `wanted`. System fields that are left out come first; the account's own are in
// the bin then.
v1::FieldSet Replaced(const v1::FieldSet& before, const v1::FieldSet& wanted);

// What the values that exist do not allow. Throws FAILED_PRECONDITION.
void CheckKeepsValues(const v1::FieldSet& before, const v1::FieldSet& wanted);

}  // namespace voronka::crm

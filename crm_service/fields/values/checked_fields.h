#pragma once

#include <string>

#include "crm_service/fields/values/field_values.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Checks the values that a write changes against the account's field set, which stays as it is until the session
// commits, and stores them in one form.
void CheckFields(rpc::Session& session, v1::Entity entity, const FieldValues& before, FieldValues& after,
                 const std::string& path, rpc::Violations& violations);

}  // namespace voronka::crm

#pragma once

#include <cstdint>
#include <string>

#include "crm_service/fields/values/field_values.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// When a value is refused that another resource has in a unique field.
enum class Uniqueness {
  // With everything else that is wrong.
  kChecked,
  // When it is written (KeepIndex): the values may turn out to be of somebody who is known, and are not written then.
  kWhenWritten,
};

// Checks the values that a write changes against the account's field set, which stays as it is until the session
// commits, and stores them in one form. `resource_id`: 0 of a new one.
void CheckFields(rpc::Session& session, v1::Entity entity, int64_t resource_id, const FieldValues& before,
                 FieldValues& after, const std::string& path, rpc::Violations& violations,
                 Uniqueness uniqueness = Uniqueness::kChecked);

// Brings the index of the entity's fields up to date. Whoever writes a resource's row calls it. Throws INVALID_ARGUMENT
// (FIELD_VALUE_TAKEN).
void KeepIndex(rpc::Session& session, v1::Entity entity, int64_t resource_id, const FieldValues& before,
               const FieldValues& after);

}  // namespace voronka::crm

#include "crm_service/fields/values/checked_fields.h"

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/index/field_index.h"
#include "crm_service/fields/values/editable_values.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {

void CheckFields(rpc::Session& session, v1::Entity entity, int64_t resource_id, const FieldValues& before,
                 FieldValues& after, const std::string& path, rpc::Violations& violations, Uniqueness uniqueness) {
  if (AreSame(before, after)) return;
  const auto field_set = FieldSets(session).GetForWrite(entity);
  CheckMayEdit(session.caller.role, field_set, before, after, path, violations);
  Normalise(field_set, before, after, path, violations);
  for (const auto& [where, user] : NewUsersIn(before, after, path)) {
    Users(session).RequireUser(user, where, violations);
  }
  if (uniqueness == Uniqueness::kWhenWritten) return;
  FieldIndex(session, entity).CheckFree(field_set, resource_id, before, after, path, violations);
}

void KeepIndex(rpc::Session& session, v1::Entity entity, int64_t resource_id, const FieldValues& before,
               const FieldValues& after) {
  if (AreSame(before, after)) return;
  FieldIndex(session, entity).Keep(resource_id, before, after);
}

}  // namespace voronka::crm

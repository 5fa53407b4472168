#include "crm_service/fields/rights/system_field_rights.h"

#include <algorithm>
#include <string>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/rights/field_rights.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/people/access/access_rules.h"

namespace voronka::crm {
namespace {

std::vector<std::string> ChangedSystemFields(v1::Entity entity, const google::protobuf::Message& before,
                                             const google::protobuf::Message& after) {
  std::vector<std::string> keys;
  for (const auto& path : FieldsThatDiffer(before, after)) {
    if (SystemField(entity, path.Text()) != nullptr) keys.push_back(path.Text());
  }
  return keys;
}

}  // namespace

void CheckMayEditSystemFields(rpc::Session& session, v1::Entity entity, const google::protobuf::Message& before,
                              const google::protobuf::Message& after, rpc::Violations& violations) {
  if (!MayBeLimited(session.caller.role)) return;
  const auto changed = ChangedSystemFields(entity, before, after);
  if (changed.empty()) return;
  const auto field_set = FieldSets(session).Get(entity);
  for (const auto& field : field_set.fields()) {
    const bool is_changed = std::ranges::find(changed, field.key()) != changed.end();
    if (is_changed && !MayEditField(session.caller.role, field)) {
      AddNotEditable(FieldName{entity, field.key()}.Path(), violations);
    }
  }
}

}  // namespace voronka::crm

#include "crm_service/fields/field_set_steps.h"

#include <google/protobuf/util/message_differencer.h>

#include <set>
#include <string>
#include <utility>

#include "crm_service/fields/field_sets/field_set_rules.h"
#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/field_sets/field_use.h"
#include "crm_service/fields/index/index_changes.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::FieldSet;

namespace {

std::set<std::string> PipelinesOf(Session& session) {
  std::set<std::string> keys;
  for (const auto& row :
       session.db.Query("SELECT pipeline_key FROM pipelines WHERE account_id = ?", session.account_id())) {
    keys.insert(row.Text(0));
  }
  return keys;
}

}  // namespace

FieldSet GetFieldSet(Session& session, const v1::GetFieldSetRequest& request) {
  return FieldSets(session).Get(request.entity());
}

v1::ListFieldSetsResponse ListFieldSets(Session& session, const v1::ListFieldSetsRequest&) {
  v1::ListFieldSetsResponse response;
  for (auto& [entity, field_set] : FieldSets(session).All()) *response.add_field_sets() = std::move(field_set);
  return response;
}

FieldSet UpdateFieldSet(Session& session, const v1::UpdateFieldSetRequest& request) {
  // Writers of values do not wait yet.
  Accounts(session).Lock();
  const auto before = FieldSets(session).Get(request.field_set().entity());
  Violations violations;
  CheckFieldSet(request.field_set(), violations);
  CheckPipelinesOfFields(request.field_set(), PipelinesOf(session), violations);
  violations.ThrowIfAny();
  rpc::CheckEtag(request.etag(), before.etag());
  CheckKeepsValues(before, request.field_set());
  auto after = Replaced(before, request.field_set());
  if (google::protobuf::util::MessageDifferencer::Equals(before, after)) return before;
  CheckKeepsUsed(UseOfFields(session), after);
  return SaveFieldSet(session, before, request.field_set(), std::move(after));
}

}  // namespace voronka::crm

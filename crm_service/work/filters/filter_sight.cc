#include "crm_service/work/filters/filter_sight.h"

#include <algorithm>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/filters/filter_plan.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using v1::SavedFilter;

FilterSight::FilterSight(rpc::Session& session) : caller_(session.caller), field_sets_(FieldSets(session).All()) {
  const auto rows = session.db.Query(
      "SELECT team_id FROM users WHERE account_id = ? AND id = ? AND team_id <> 0 UNION "
      "SELECT id FROM teams WHERE account_id = ? AND (head_user_id = ? OR deputy_user_id = ?)",
      caller_.account_id, caller_.user_id, caller_.account_id, caller_.user_id, caller_.user_id);
  for (const auto& row : rows) teams_.insert(row.Int(0));
}

bool FilterSight::Sees(const SavedFilter& filter) {
  if (!IsOwnerOrAdmin(filter) && !IsSharedWithCaller(filter)) return false;
  return SeesFieldsOf(FieldsOf(filter.subject()), filter.filter());
}

void FilterSight::CheckMayChange(const SavedFilter& filter) const {
  if (IsOwnerOrAdmin(filter)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_YOUR_FILTER", "saved_filter_id", {"The filter is another user's.", "Это фильтр другого сотрудника."}});
}

bool FilterSight::IsOwnerOrAdmin(const SavedFilter& filter) const {
  return filter.owner_user_id() == caller_.user_id || caller_.role == options::v1::ROLE_ADMIN;
}

bool FilterSight::IsSharedWithCaller(const SavedFilter& filter) const {
  const auto& sharing = filter.sharing();
  return sharing.everybody() ||
         std::ranges::any_of(sharing.team_ids(), [&](int64_t team) { return teams_.contains(team); }) ||
         std::ranges::find(sharing.roles(), static_cast<int>(caller_.role)) != sharing.roles().end();
}

const FilterFields& FilterSight::FieldsOf(v1::FilterSubject subject) {
  auto found = fields_.find(subject);
  if (found == fields_.end()) found = fields_.emplace(subject, FilterFields(subject, caller_.role, field_sets_)).first;
  return found->second;
}

}  // namespace voronka::crm

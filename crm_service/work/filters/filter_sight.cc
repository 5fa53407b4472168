#include "crm_service/work/filters/filter_sight.h"

#include <algorithm>
#include <string>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/filters/filter_orders.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using v1::SavedFilter;

namespace {

bool IsHiddenName(const HiddenFields& hidden, const std::string& field) {
  const auto name = FieldName::Parse(field);
  const auto of_entity = hidden.find(name.entity);
  return of_entity != hidden.end() && of_entity->second.contains(name.key);
}

bool NamesHidden(const HiddenFields& hidden, const v1::Condition& condition) {
  const auto names_hidden = [&](const v1::Condition& part) { return NamesHidden(hidden, part); };
  if (condition.has_comparison()) return IsHiddenName(hidden, condition.comparison().field());
  return std::ranges::any_of(condition.all().conditions(), names_hidden) ||
         std::ranges::any_of(condition.any().conditions(), names_hidden) ||
         (condition.has_negation() && names_hidden(condition.negation()));
}

}  // namespace

FilterSight::FilterSight(rpc::Session& session) : caller_(session.caller) {
  for (const auto& [entity, field_set] : FieldSets(session).All()) AddHidden(caller_.role, field_set, hidden_);
  const auto rows = session.db.Query(
      "SELECT team_id FROM users WHERE account_id = ? AND id = ? AND team_id <> 0 UNION "
      "SELECT id FROM teams WHERE account_id = ? AND (head_user_id = ? OR deputy_user_id = ?)",
      caller_.account_id, caller_.user_id, caller_.account_id, caller_.user_id, caller_.user_id);
  for (const auto& row : rows) teams_.insert(row.Int(0));
}

bool FilterSight::Sees(const SavedFilter& filter) const {
  if (!IsOwnerOrAdmin(filter) && !IsSharedWithCaller(filter)) return false;
  return !NamesHidden(hidden_, filter.filter()) &&
         !IsHiddenName(hidden_, FieldOfOrder(filter.subject(), filter.order_by())) &&
         std::ranges::none_of(filter.columns().fields(),
                              [&](const std::string& field) { return IsHiddenName(hidden_, field); });
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

}  // namespace voronka::crm

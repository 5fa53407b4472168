#include "crm_service/work/filters/saved_filter_steps.h"

#include <fmt/format.h>

#include <utility>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/people/teams/teams.h"
#include "crm_service/work/filters/filter_sight.h"
#include "crm_service/work/filters/preset_filters.h"
#include "crm_service/work/filters/saved_filters.h"
#include "crm_service/work/filters/subject_tables.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::SavedFilter;

namespace {

constexpr size_t kMostBytesOfFilter = 16 << 10;

void CheckSharing(Session& session, const v1::FilterSharing& sharing, Violations& violations) {
  for (int i = 0; i < sharing.team_ids_size(); ++i) {
    Teams(session).Require(sharing.team_ids(i), "UNKNOWN_TEAM", fmt::format("saved_filter.sharing.team_ids[{}]", i),
                           {"There is no such team.", "Такой команды нет."}, violations);
  }
  for (int i = 0; i < sharing.roles_size(); ++i) {
    const bool is_users =
        sharing.roles(i) != options::v1::ROLE_UNSPECIFIED && sharing.roles(i) != options::v1::ROLE_SERVICE;
    violations.AddUnless(is_users, "ROLE_NOT_ALLOWED", fmt::format("saved_filter.sharing.roles[{}]", i),
                         {"Name roles of users.", "Укажите роли пользователей."});
  }
}

void CheckSavedFilter(Session& session, const SavedFilter& filter) {
  Violations violations;
  CheckKeptFilter(session, TableOfSubject(filter.subject()), filter.filter(), filter.order_by(), "saved_filter",
                  violations);
  violations.AddUnless(filter.filter().ByteSizeLong() <= kMostBytesOfFilter, "TOO_LARGE", "saved_filter.filter",
                       {"The condition takes more than 16 KiB.", "Условие занимает больше 16 КиБ."});
  CheckSharing(session, filter.sharing(), violations);
  violations.ThrowIfAny();
}

// Locked, for whoever may change it.
SavedFilter LockOwn(Session& session, int64_t id) {
  auto filter = SavedFilters(session).Lock(id);
  const FilterSight sight(session);
  if (!sight.Sees(filter)) throw rpc::NotFound("saved_filter", id);
  sight.CheckMayChange(filter);
  return filter;
}

}  // namespace

SavedFilter CreateSavedFilter(Session& session, const v1::CreateSavedFilterRequest& request) {
  auto filter = rpc::Created(request.saved_filter());
  CheckSavedFilter(session, filter);
  filter.set_owner_user_id(session.caller.user_id);
  return SavedFilters(session).Add(std::move(filter));
}

SavedFilter GetSavedFilter(Session& session, const v1::GetSavedFilterRequest& request) {
  auto filter = SavedFilters(session).Get(request.saved_filter_id());
  if (!FilterSight(session).Sees(filter)) throw rpc::NotFound("saved_filter", request.saved_filter_id());
  return filter;
}

v1::ListSavedFiltersResponse ListSavedFilters(Session& session, const v1::ListSavedFiltersRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  const auto is_wanted = [&](const SavedFilter& filter) {
    return request.subject() == v1::FILTER_SUBJECT_UNSPECIFIED || request.subject() == filter.subject();
  };
  v1::ListSavedFiltersResponse response;
  auto filters = SavedFilters(session).After(page.key(), page.limit());
  if (filters.size() > static_cast<size_t>(page.size())) {
    filters.pop_back();
    response.set_next_page_token(page.Token({filters.back().id()}));
  }
  const FilterSight sight(session);
  for (auto& filter : filters) {
    if (is_wanted(filter) && sight.Sees(filter)) *response.add_saved_filters() = std::move(filter);
  }
  if (!request.page_token().empty()) return response;
  for (auto& preset : PresetFilters(session.caller.locale)) {
    if (is_wanted(preset)) *response.add_presets() = std::move(preset);
  }
  return response;
}

SavedFilter UpdateSavedFilter(Session& session, const v1::UpdateSavedFilterRequest& request) {
  const auto before = LockOwn(session, request.saved_filter_id());
  const auto after = rpc::Updated(before, request.saved_filter(), request);
  if (!after) return before;
  CheckSavedFilter(session, *after);
  return SavedFilters(session).Save(before, *after);
}

google::protobuf::Empty DeleteSavedFilter(Session& session, const v1::DeleteSavedFilterRequest& request) {
  const auto last = LockOwn(session, request.saved_filter_id());
  rpc::CheckEtag(request.etag(), last.etag());
  SavedFilters(session).Remove(last);
  return {};
}

}  // namespace voronka::crm

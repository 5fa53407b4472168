#include "crm_service/teams/teams.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/accounts/updated.h"
#include "crm_service/events/record.h"
#include "crm_service/users/users.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Team;

std::optional<Team> Teams::Find(int64_t id) {
  return session_.db.SelectOne<Team>("SELECT {columns} FROM teams WHERE account_id = ? AND id = ?", account_id_, id);
}

Team Teams::Get(int64_t id) {
  if (auto team = Find(id)) return *std::move(team);
  throw rpc::NotFound("team", id);
}

v1::ListTeamsResponse Teams::List(const v1::ListTeamsRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListTeamsResponse response;
  page.Fill(session_.db.Select<Team>("SELECT {columns} FROM teams WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
                                     account_id_, page.key(), page.limit()),
            response.mutable_teams(), response.mutable_next_page_token(),
            [](const Team& team) { return std::vector<int64_t>{team.id()}; });
  return response;
}

void Teams::RequireTeam(int64_t id, const std::string& field, rpc::Violations& violations) {
  violations.AddUnless(id == 0 || Find(id), "UNKNOWN_TEAM", field, {"There is no such team.", "Такой команды нет."});
}

Team Teams::Create(const v1::CreateTeamRequest& request) {
  Team team = request.team();
  Check(team);
  team.set_id(session_.NextId("team"));
  *team.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  team.set_etag(1);
  session_.db.Insert("teams", {{"account_id", account_id_}}, team);
  RecordChange(nullptr, team);
  return team;
}

Team Teams::Update(const v1::UpdateTeamRequest& request) {
  Team before = Lock(request.team_id());
  const std::optional<Team> after = Updated(before, request.team(), request);
  if (!after) return before;
  Check(*after);
  session_.db.Update("teams", *after, "WHERE account_id = ? AND id = ?", account_id_, after->id());
  RecordChange(&before, *after);
  return *after;
}

Team Teams::Lock(int64_t id) {
  auto team = session_.db.SelectOne<Team>("SELECT {columns} FROM teams WHERE account_id = ? AND id = ? FOR UPDATE",
                                          account_id_, id);
  if (!team) throw rpc::NotFound("team", id);
  return *std::move(team);
}

void Teams::Check(const Team& team) {
  rpc::Violations violations;
  Users users(session_, account_id_);
  users.RequireUser(team.head_user_id(), "team.head_user_id", violations);
  users.RequireUser(team.deputy_user_id(), "team.deputy_user_id", violations);
  violations.ThrowIfAny();
}

void Teams::RecordChange(const Team* before, const Team& after) {
  v1::Event event;
  event.set_account_id(account_id_);
  if (before != nullptr) *event.mutable_team()->mutable_before() = *before;
  *event.mutable_team()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm

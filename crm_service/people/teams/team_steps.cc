#include "crm_service/people/teams/team_steps.h"

#include "crm_service/people/teams/teams.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::Team;

namespace {

void CheckReferences(Session& session, const Team& team) {
  rpc::Violations violations;
  Users users(session);
  users.RequireUser(team.head_user_id(), "team.head_user_id", violations);
  users.RequireUser(team.deputy_user_id(), "team.deputy_user_id", violations);
  violations.ThrowIfAny();
}

}  // namespace

Team CreateTeam(Session& session, const v1::CreateTeamRequest& request) {
  CheckReferences(session, request.team());
  return Teams(session).Add(request.team());
}

Team GetTeam(Session& session, const v1::GetTeamRequest& request) { return Teams(session).Get(request.team_id()); }

v1::ListTeamsResponse ListTeams(Session& session, const v1::ListTeamsRequest& request) {
  v1::ListTeamsResponse response;
  Teams(session).List(request, response.mutable_teams(), response.mutable_next_page_token());
  return response;
}

Team UpdateTeam(Session& session, const v1::UpdateTeamRequest& request) {
  Teams teams(session);
  const Team before = teams.Lock(request.team_id());
  const auto after = rpc::Updated(before, request.team(), request);
  if (!after) return before;
  CheckReferences(session, *after);
  return teams.Save(before, *after);
}

}  // namespace voronka::crm

#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {

v1::Team CreateTeam(rpc::Session& session, const v1::CreateTeamRequest& request);
v1::Team GetTeam(rpc::Session& session, const v1::GetTeamRequest& request);
v1::ListTeamsResponse ListTeams(rpc::Session& session, const v1::ListTeamsRequest& request);
v1::Team UpdateTeam(rpc::Session& session, const v1::UpdateTeamRequest& request);

}  // namespace voronka::crm

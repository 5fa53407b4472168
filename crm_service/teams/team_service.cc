#include "crm_service/teams/team_service.h"

#include "crm_service/teams/teams.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

ServerUnaryReactor* TeamService::CreateTeam(CallbackServerContext* context, const v1::CreateTeamRequest* request,
                                            v1::Team* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Teams(session).Create(*request); });
}

ServerUnaryReactor* TeamService::GetTeam(CallbackServerContext* context, const v1::GetTeamRequest* request,
                                         v1::Team* response) {
  return rpc_.Run(context, request, response,
                  [=](Session& session) { *response = Teams(session).Get(request->team_id()); });
}

ServerUnaryReactor* TeamService::ListTeams(CallbackServerContext* context, const v1::ListTeamsRequest* request,
                                           v1::ListTeamsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Teams(session).List(*request); });
}

ServerUnaryReactor* TeamService::UpdateTeam(CallbackServerContext* context, const v1::UpdateTeamRequest* request,
                                            v1::Team* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Teams(session).Update(*request); });
}

}  // namespace voronka::crm

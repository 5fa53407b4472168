#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/team.grpc.pb.h"

namespace voronka::crm {

class TeamService final : public v1::TeamService::CallbackService {
 public:
  explicit TeamService(rpc::Rpc& rpc) : rpc_(rpc) {}

  grpc::ServerUnaryReactor* CreateTeam(grpc::CallbackServerContext* context, const v1::CreateTeamRequest* request,
                                       v1::Team* response) override;
  grpc::ServerUnaryReactor* GetTeam(grpc::CallbackServerContext* context, const v1::GetTeamRequest* request,
                                    v1::Team* response) override;
  grpc::ServerUnaryReactor* ListTeams(grpc::CallbackServerContext* context, const v1::ListTeamsRequest* request,
                                      v1::ListTeamsResponse* response) override;
  grpc::ServerUnaryReactor* UpdateTeam(grpc::CallbackServerContext* context, const v1::UpdateTeamRequest* request,
                                       v1::Team* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm

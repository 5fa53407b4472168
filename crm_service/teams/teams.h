#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {

// The table `teams`.
class Teams {
 public:
  explicit Teams(rpc::Session& session) : Teams(session, session.account_id()) {}
  Teams(rpc::Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  std::optional<v1::Team> Find(int64_t id);
  // Throws NOT_FOUND.
  v1::Team Get(int64_t id);
  v1::ListTeamsResponse List(const v1::ListTeamsRequest& request);

  // Adds UNKNOWN_TEAM unless `id` is a team of the account; 0: none is named.
  void RequireTeam(int64_t id, const std::string& field, rpc::Violations& violations);

  v1::Team Create(const v1::CreateTeamRequest& request);
  v1::Team Update(const v1::UpdateTeamRequest& request);

 private:
  v1::Team Lock(int64_t id);
  void Check(const v1::Team& team);
  void RecordChange(const v1::Team* before, const v1::Team& after);

  rpc::Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::crm

#pragma once

#include <vector>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/role_access.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {

// Of deals, contacts and companies alike.
inline crm::v1::UpdateRoleAccessRequest Limiting(options::v1::Role role, crm::v1::ReadScope scope) {
  crm::v1::UpdateRoleAccessRequest request;
  auto& access = *request.mutable_role_access();
  access.set_role(role);
  access.set_deals(scope);
  access.set_contacts(scope);
  access.set_companies(scope);
  return request;
}

inline void LimitManagers(Office& office, crm::v1::ReadScope scope) {
  office.olga.Call<crm::v1::RoleAccess>(Limiting(options::v1::ROLE_MANAGER, scope));
}

// A team of Галина's, and these in it, who have to log in again.
inline void MakeTeam(Office& office, const std::vector<int64_t>& members) {
  crm::v1::CreateTeamRequest create;
  create.mutable_team()->set_name("Опт");
  create.mutable_team()->set_head_user_id(office.galina_id());
  const auto team = office.olga.Call<crm::v1::Team>(create);
  for (const int64_t member : members) {
    crm::v1::UpdateUserRequest join;
    join.set_user_id(member);
    join.mutable_user()->set_team_id(team.id());
    office.olga.Call<crm::v1::User>(join);
  }
}

}  // namespace voronka::testing

#include "crm_service/people/users/user_check.h"

#include "crm_service/people/users/user_rules.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {

void CheckUser(rpc::Session& session, int64_t account_id, const v1::User& user, const std::string& prefix,
               rpc::Violations& violations) {
  CheckRoleAndTimeZone(user, prefix, violations);
  CheckDeputy(user, prefix, violations);
  rpc::Table<v1::Team>(session, account_id)
      .Require(user.team_id(), "UNKNOWN_TEAM", prefix + "team_id", {"There is no such team.", "Такой команды нет."},
               violations);
  Users(session, account_id).RequireUser(user.deputy_user_id(), prefix + "deputy_user_id", violations);
}

}  // namespace voronka::crm

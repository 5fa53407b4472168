#include "crm_service/people/users/role_check.h"

#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

bool RoleCheck::AreStillValid(rpc::Session& session) {
  const auto rows =
      session.db.Query("SELECT role FROM users WHERE account_id = ? AND id = ? AND state = ? LOCK IN SHARE MODE",
                       session.account_id(), session.caller.user_id, v1::User::STATE_ACTIVE);
  return !rows.empty() && rows[0].Int(0) == session.caller.role;
}

}  // namespace voronka::crm

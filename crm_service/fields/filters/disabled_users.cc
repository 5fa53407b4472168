#include "crm_service/fields/filters/disabled_users.h"

#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

std::vector<int64_t> DisabledUsers(rpc::Session& session) {
  std::vector<int64_t> users;
  for (const auto& row : session.db.Query("SELECT id FROM users WHERE account_id = ? AND state = ? ORDER BY id",
                                          session.account_id(), v1::User::STATE_DISABLED)) {
    users.push_back(row.Int(0));
  }
  return users;
}

}  // namespace voronka::crm

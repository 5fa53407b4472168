#include "crm_service/people/users/active_user.h"

#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

void CheckMayGetWork(rpc::Session& session, int64_t user_id, const std::string& field) {
  rpc::Violations violations;
  const auto user = Users(session).RequireUser(user_id, field, violations);
  violations.ThrowIfAny();
  if (user && user->state() != v1::User::STATE_DISABLED) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"USER_DISABLED", field, {"The user is not active.", "Пользователь отключён."}});
}

}  // namespace voronka::crm

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

void CheckNewResponsible(rpc::Session& session, int64_t before, int64_t after, const std::string& field) {
  if (after != 0 && after != before) CheckMayGetWork(session, after, field);
}

}  // namespace voronka::crm

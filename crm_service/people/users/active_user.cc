#include "crm_service/people/users/active_user.h"

#include <optional>

#include "crm_service/people/users/users.h"

namespace voronka::crm {
namespace {

void AddUnlessActive(const std::optional<v1::User>& user, const std::string& field, rpc::Violations& violations) {
  violations.AddUnless(user && user->state() != v1::User::STATE_DISABLED, "USER_DISABLED", field,
                       {"The user is not active.", "Пользователь отключён."});
}

}  // namespace

void CheckMayGetWork(rpc::Session& session, int64_t user_id, const std::string& field) {
  rpc::Violations violations;
  const auto user = Users(session).RequireUser(user_id, field, violations);
  violations.ThrowIfAny();
  AddUnlessActive(user, field, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

void CheckNewResponsible(rpc::Session& session, int64_t before, int64_t after, const std::string& field) {
  if (after != 0 && after != before) CheckMayGetWork(session, after, field);
}

void CheckNewResponsible(rpc::Session& session, int64_t before, int64_t after, const std::string& field,
                         rpc::Violations& violations) {
  if (after != 0 && after != before) AddUnlessActive(Users(session).Find(after), field, violations);
}

}  // namespace voronka::crm

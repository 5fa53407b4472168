#include "crm_service/people/users/user_rules.h"

#include "crm_service/people/accounts/time_zone_rule.h"

namespace voronka::crm {

void FillDefaults(v1::User& user) {
  if (user.state() == v1::User::STATE_UNSPECIFIED) user.set_state(v1::User::STATE_ACTIVE);
}

void CheckRoleAndTimeZone(const v1::User& user, const std::string& prefix, rpc::Violations& violations) {
  violations.AddUnless(user.role() != options::v1::ROLE_SERVICE, "ROLE_NOT_ALLOWED", prefix + "role",
                       {"This role is for programs, not for people.", "Эта роль для программ, а не для людей."});
  RequireTimeZone(user.time_zone(), prefix + "time_zone", violations);
}

bool IsActiveAdmin(const v1::User& user) {
  return user.role() == options::v1::ROLE_ADMIN && user.state() == v1::User::STATE_ACTIVE;
}

}  // namespace voronka::crm

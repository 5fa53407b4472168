#include "crm_service/people/users/user_rules.h"

#include "crm_service/people/accounts/time_zone_rule.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

void SettleState(v1::User& user, bool has_had_password) {
  if (user.state() == v1::User::STATE_DISABLED) return;
  user.set_state(has_had_password ? v1::User::STATE_ACTIVE : v1::User::STATE_INVITED);
}

void CheckRoleAndTimeZone(const v1::User& user, const std::string& prefix, rpc::Violations& violations) {
  violations.AddUnless(user.role() != options::v1::ROLE_SERVICE, "ROLE_NOT_ALLOWED", prefix + "role",
                       {"This role is for programs, not for people.", "Эта роль для программ, а не для людей."});
  RequireTimeZone(user.time_zone(), prefix + "time_zone", violations);
}

void CheckNewLogin(const v1::User& user, const std::string& prefix, rpc::Violations& violations) {
  violations.AddUnless(
      rpc::IsAllShown(user.login()), "FORBIDDEN_CHARACTER", prefix + "login",
      {"A login has no blanks and no invisible characters.", "В логине не бывает пробелов и невидимых символов."});
}

void CheckDeputy(const v1::User& user, const std::string& prefix, rpc::Violations& violations) {
  violations.AddUnless(user.id() == 0 || user.deputy_user_id() != user.id(), "OWN_DEPUTY", prefix + "deputy_user_id",
                       {"Nobody stands in for themselves.", "Никто не замещает сам себя."});
}

bool IsActiveAdmin(const v1::User& user) {
  return user.role() == options::v1::ROLE_ADMIN && user.state() == v1::User::STATE_ACTIVE;
}

}  // namespace voronka::crm

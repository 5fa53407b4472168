#include "crm_service/people/account_creation.h"

#include "crm_service/people/accounts/account_rules.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/user_check.h"
#include "crm_service/people/users/user_rules.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/created.h"

namespace voronka::crm {
namespace {

v1::Account WithDefaults(v1::Account account) {
  FillDefaults(account);
  return account;
}

v1::User FirstAdmin(v1::User user, bool has_password) {
  rpc::KeepWhatCallersSet(user);
  user.set_role(options::v1::ROLE_ADMIN);
  user.clear_state();
  SettleState(user, has_password);
  return user;
}

}  // namespace

v1::CreateAccountResponse CreateAccount(rpc::Session& session, const v1::CreateAccountRequest& request,
                                        storage::Ids& ids, security::PasswordGate& gate) {
  const int64_t account_id = ids.Next(0, "account");
  const bool has_password = !request.password().empty();
  const v1::User admin = FirstAdmin(request.admin(), has_password);
  rpc::Violations violations;
  CheckAccount(request.account(), "account.", violations);
  CheckNewLogin(admin, "admin.", violations);
  CheckUser(session, account_id, admin, "admin.", violations);
  violations.ThrowIfAny();
  v1::CreateAccountResponse response;
  *response.mutable_account() = Accounts(session).AddAs(account_id, WithDefaults(request.account()));
  *response.mutable_admin() = Users(session, account_id).Add(ids.Next(account_id, "user"), admin, "admin.login");
  if (has_password) Passwords(session, account_id, gate).Set(response.admin().id(), request.password());
  return response;
}

}  // namespace voronka::crm

#include "crm_service/people/account_creation.h"

#include "crm_service/people/accounts/account_rules.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {
namespace {

v1::User ActiveAdmin(v1::User user) {
  user.set_role(options::v1::ROLE_ADMIN);
  user.set_state(v1::User::STATE_ACTIVE);
  return user;
}

void CheckBoth(const v1::Account& account, const v1::User& admin, Users& users) {
  rpc::Violations violations;
  CheckAccount(account, "account.", violations);
  users.Check(admin, "admin.", violations);
  violations.ThrowIfAny();
}

}  // namespace

v1::CreateAccountResponse CreateAccount(rpc::Session& session, storage::Ids& ids, security::PasswordGate& gate,
                                        const v1::CreateAccountRequest& request) {
  const int64_t account_id = ids.Next(0, "account");
  Users users(session, account_id);
  const v1::User admin = ActiveAdmin(request.admin());
  CheckBoth(request.account(), admin, users);
  v1::CreateAccountResponse response;
  *response.mutable_account() = Accounts(session).Add(request.account(), account_id);
  *response.mutable_admin() = users.Add(admin, ids.Next(account_id, "user"), "admin.");
  Passwords(session, account_id, gate).Set(response.admin().id(), request.password());
  return response;
}

}  // namespace voronka::crm

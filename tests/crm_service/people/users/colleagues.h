#pragma once

#include "tests/crm_service/crm_server.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::testing {

inline crm::v1::CreateUserRequest NewUser(const std::string& name, options::v1::Role role) {
  crm::v1::CreateUserRequest request;
  request.mutable_user()->set_login(Crm().Login(name));
  request.mutable_user()->set_display_name(name);
  request.mutable_user()->set_role(role);
  request.set_password(kPassword);
  return request;
}

// An account with its admin, Ольга, and the manager Анна.
struct Colleagues {
  const crm::v1::CreateAccountResponse account = Crm().NewAccount();
  client::Client olga = Crm().User(account.admin().login());
  const crm::v1::User anna_user = olga.Call<crm::v1::User>(NewUser("anna", options::v1::ROLE_MANAGER));
  client::Client anna = Crm().User(anna_user.login());

  int64_t account_id() const { return account.account().id(); }
  int64_t olga_id() const { return account.admin().id(); }
  int64_t anna_id() const { return anna_user.id(); }
};

inline crm::v1::UpdateUserRequest Disabling(int64_t user_id) {
  crm::v1::UpdateUserRequest request;
  request.set_user_id(user_id);
  request.mutable_user()->set_state(crm::v1::User::STATE_DISABLED);
  return request;
}

inline crm::v1::RefreshSessionRequest Refreshing(const crm::v1::LoginResponse& tokens) {
  crm::v1::RefreshSessionRequest request;
  request.set_refresh_token(tokens.refresh_token());
  return request;
}

}  // namespace voronka::testing

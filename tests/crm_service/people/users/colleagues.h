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

// Without a password.
inline crm::v1::CreateUserRequest Inviting(const std::string& name,
                                           options::v1::Role role = options::v1::ROLE_MANAGER) {
  auto request = NewUser(name, role);
  request.clear_password();
  return request;
}

inline crm::v1::CreatePasswordLinkRequest LinkFor(int64_t user_id) {
  crm::v1::CreatePasswordLinkRequest request;
  request.set_user_id(user_id);
  return request;
}

// By an admin, or the operator in the account.
inline std::string LinkOf(client::Client& who, int64_t user_id) {
  return who.Call<crm::v1::CreatePasswordLinkResponse>(LinkFor(user_id)).token();
}

inline crm::v1::RedeemPasswordLinkRequest Redeeming(const std::string& token,
                                                    const std::string& new_password = "battery staple") {
  crm::v1::RedeemPasswordLinkRequest request;
  request.set_token(token);
  request.set_new_password(new_password);
  return request;
}

inline std::string Redeem(const std::string& token, const std::string& new_password = "battery staple") {
  return Crm().Visitor().Call<crm::v1::RedeemPasswordLinkResponse>(Redeeming(token, new_password)).login();
}

// Why a login is refused; empty if it is not.
inline std::string LoginRefusal(const std::string& login, const std::string& password = kPassword) {
  try {
    Crm().LogIn(login, password);
    return "";
  } catch (const client::CallFailed& failure) {
    return failure.reason();
  }
}

inline crm::v1::User Reading(client::Client& who, int64_t user_id) {
  crm::v1::GetUserRequest request;
  request.set_user_id(user_id);
  return who.Call<crm::v1::User>(request);
}

inline crm::v1::RefreshSessionRequest Refreshing(const crm::v1::LoginResponse& tokens) {
  crm::v1::RefreshSessionRequest request;
  request.set_refresh_token(tokens.refresh_token());
  return request;
}

}  // namespace voronka::testing

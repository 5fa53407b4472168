#include "crm_service/people/people.h"

#include "crm_service/people/access/access_steps.h"
#include "crm_service/people/account_creation.h"
#include "crm_service/people/accounts/account_steps.h"
#include "crm_service/people/login/login.h"
#include "crm_service/people/login/password_link_steps.h"
#include "crm_service/people/login/refresh.h"
#include "crm_service/people/login/session_steps.h"
#include "crm_service/people/second_factor/totp_steps.h"
#include "crm_service/people/teams/team_steps.h"
#include "crm_service/people/users/password_link_step.h"
#include "crm_service/people/users/user_steps.h"

namespace voronka::crm {

using rpc::MakeService;
using rpc::Session;

People::People(rpc::ServiceHost& host, const config::v1::Crm& configuration)
    : host_(host), signer_(configuration.process().signing_key()), issuer_(signer_, configuration) {}

rpc::Services People::Services() {
  rpc::Services services;
  services.push_back(AccountService());
  services.push_back(UserService());
  services.push_back(TeamService());
  services.push_back(RoleAccessService());
  services.push_back(SessionService());
  return services;
}

void People::ReloadSigningKey() {
  if (signer_.Reload()) host_.log.Info("another key signs tokens");
}

People::Service People::AccountService() {
  const auto create = [this](Session& session, const v1::CreateAccountRequest& request) {
    return CreateAccount(session, request, host_.ids, passwords_);
  };
  return MakeService(host_.feeds, "voronka.crm.v1.AccountService", {create, GetAccount, UpdateAccount, ListAccounts});
}

People::Service People::UserService() {
  const auto create = [this](Session& session, const v1::CreateUserRequest& request) {
    return CreateUser(session, request, passwords_);
  };
  const auto update = [this](Session& session, const v1::UpdateUserRequest& request) {
    return UpdateUser(session, request, host_.revocations);
  };
  const auto change_password = [this](Session& session, const v1::ChangePasswordRequest& request) {
    return ChangePassword(session, request, passwords_, host_.revocations, wrong_proofs_);
  };
  const auto create_link = [this](Session& session, const v1::CreatePasswordLinkRequest& request) {
    return CreatePasswordLink(session, request, passwords_, host_.revocations);
  };
  const auto begin_totp = [this](Session& session, const v1::BeginTotpRequest& request) {
    return BeginTotp(session, request, passwords_, wrong_proofs_);
  };
  const auto confirm_totp = [this](Session& session, const v1::ConfirmTotpRequest& request) {
    return ConfirmTotp(session, request, wrong_proofs_);
  };
  const auto remove_totp = [this](Session& session, const v1::RemoveTotpRequest& request) {
    return RemoveTotp(session, request, passwords_, wrong_proofs_);
  };
  return MakeService(host_.feeds, "voronka.crm.v1.UserService",
                     {create, GetUser, ListUsers, FindUser, update, change_password, create_link, begin_totp,
                      confirm_totp, remove_totp});
}

People::Service People::TeamService() {
  return MakeService(host_.feeds, "voronka.crm.v1.TeamService", {CreateTeam, GetTeam, ListTeams, UpdateTeam});
}

People::Service People::RoleAccessService() {
  return MakeService(host_.feeds, "voronka.crm.v1.RoleAccessService", {ListRoleAccess, UpdateRoleAccess});
}

People::Service People::SessionService() {
  const auto log_in = [this](Session& session, const v1::LoginRequest& request) {
    return Login(session, request, passwords_, issuer_, login_limits_);
  };
  const auto refresh = [this](Session& session, const v1::RefreshSessionRequest& request) {
    return RefreshSession(session, request, issuer_, host_.revocations, failed_refreshes_);
  };
  const auto log_out = [this](Session& session, const v1::LogoutRequest& request) {
    return Logout(session, request, host_.revocations);
  };
  const auto revoke = [this](Session& session, const v1::RevokeSessionRequest& request) {
    return RevokeSession(session, request, host_.revocations);
  };
  const auto get_link = [this](Session& session, const v1::GetPasswordLinkRequest& request) {
    return GetPasswordLink(session, request, login_limits_);
  };
  const auto redeem_link = [this](Session& session, const v1::RedeemPasswordLinkRequest& request) {
    return RedeemPasswordLink(session, request, passwords_, login_limits_);
  };
  return MakeService(host_.feeds, "voronka.crm.v1.SessionService",
                     {log_in, get_link, redeem_link, refresh, log_out, ListSessions, revoke});
}

}  // namespace voronka::crm

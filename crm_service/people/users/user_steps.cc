#include "crm_service/people/users/user_steps.h"

#include <google/protobuf/util/message_differencer.h>

#include <utility>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/users/login_key.h"
#include "crm_service/people/users/logins.h"
#include "crm_service/people/users/own_password.h"
#include "crm_service/people/users/own_settings.h"
#include "crm_service/people/users/password_links.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/user_check.h"
#include "crm_service/people/users/user_rules.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using google::protobuf::util::MessageDifferencer;
using rpc::Session;
using v1::User;

namespace {

User Checked(Session& session, User user, bool has_had_password, rpc::Violations violations = {}) {
  SettleState(user, has_had_password);
  CheckUser(session, session.account_id(), user, "user.", violations);
  violations.ThrowIfAny();
  return user;
}

rpc::Error LastAdmin() {
  return rpc::Error(
      rpc::Code::kFailedPrecondition,
      {"LAST_ADMIN", "user", {"Somebody must stay the account's admin.", "У аккаунта должен остаться администратор."}});
}

User SaveUser(Session& session, const User& before, const User& wanted) {
  Users users(session);
  rpc::Violations violations;
  if (wanted.login() != before.login()) CheckNewLogin(wanted, "user.", violations);
  const bool has_had_password = HasHadPassword(session, session.account_id(), before.id());
  const User after = Checked(session, wanted, has_had_password, std::move(violations));
  if (MessageDifferencer::Equals(before, after)) return before;
  User saved = users.Save(before, after);
  if (IsActiveAdmin(before) && !IsActiveAdmin(saved) && !users.HasActiveAdmin()) throw LastAdmin();
  return saved;
}

void ShutOut(Session& session, const User& disabled, rpc::Revocations& revocations) {
  SessionRevocation(session, revocations).RevokeAllOf(disabled.id());
  PasswordLinks(session, session.account_id()).Remove(disabled.id());
}

}  // namespace

User CreateUser(Session& session, const v1::CreateUserRequest& request, security::PasswordGate& gate) {
  const bool has_password = !request.password().empty();
  rpc::Violations violations;
  User user = rpc::Created(request.user());
  CheckNewLogin(user, "user.", violations);
  user = Checked(session, std::move(user), has_password, std::move(violations));
  user = Users(session).Add(session.NextId("user"), std::move(user), "user.login");
  if (has_password) Passwords(session, session.account_id(), gate).Set(user.id(), request.password());
  return user;
}

User GetUser(Session& session, const v1::GetUserRequest& request) {
  return Users(session).Get(request.user_id() != 0 ? request.user_id() : session.caller.user_id);
}

v1::ListUsersResponse ListUsers(Session& session, const v1::ListUsersRequest& request) {
  v1::ListUsersResponse response;
  Users(session).List(request, response.mutable_users(), response.mutable_next_page_token());
  return response;
}

v1::FindUserResponse FindUser(Session& session, const v1::FindUserRequest& request) {
  const auto owner = Logins(session).OwnerOf(LoginKey(request.login()));
  if (!owner) throw rpc::NotFound("user", request.login());
  v1::FindUserResponse response;
  response.set_account_id(owner->account_id);
  *response.mutable_user() = Users(session, owner->account_id).Get(owner->user_id);
  return response;
}

User UpdateUser(Session& session, const v1::UpdateUserRequest& request, rpc::Revocations& revocations) {
  // Changes of users take turns: of two admins who disable each other, the second must see that they are the last.
  Accounts(session).Lock();
  const User before = Users(session).Lock(request.user_id());
  const auto after = rpc::Updated(before, request.user(), request);
  CheckMayUpdate(session.caller, before, after.value_or(before));
  User user = after ? SaveUser(session, before, *after) : before;
  revocations.OutdateIfRightsChanged(session, session.account_id(), before, user);
  if (user.state() == User::STATE_DISABLED) ShutOut(session, user, revocations);
  return user;
}

User ChangePassword(Session& session, const v1::ChangePasswordRequest& request, security::PasswordGate& gate,
                    rpc::Revocations& revocations, FailureLimit& wrong_proofs) {
  const rpc::Caller& caller = session.caller;
  Try attempt;
  HoldProof(attempt, session, wrong_proofs, "old_password");
  User user = Users(session).Lock(caller.user_id);
  RequireOwnPassword(attempt, session, gate, request.old_password(), "old_password");
  Passwords(session, caller.account_id, gate).Set(caller.user_id, request.new_password());
  SessionRevocation(session, revocations).RevokeAllOf(caller.user_id, caller.session_id);
  return user;
}

}  // namespace voronka::crm

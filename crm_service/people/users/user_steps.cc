#include "crm_service/people/users/user_steps.h"

#include <fmt/format.h>

#include <utility>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/users/own_settings.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/user_check.h"
#include "crm_service/people/users/user_rules.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::User;

namespace {

User Checked(Session& session, User user, rpc::Violations violations = {}) {
  FillDefaults(user);
  CheckUser(session, session.account_id(), user, "user.", violations);
  violations.ThrowIfAny();
  return user;
}

rpc::Error LastAdmin() {
  return rpc::Error(
      rpc::Code::kFailedPrecondition,
      {"LAST_ADMIN", "user", {"Somebody must stay the account's admin.", "У аккаунта должен остаться администратор."}});
}

User SaveUser(Session& session, const User& before, const User& after) {
  Users users(session);
  User saved = users.Save(before, Checked(session, after));
  if (IsActiveAdmin(before) && !IsActiveAdmin(saved) && !users.HasActiveAdmin()) throw LastAdmin();
  return saved;
}

rpc::Error WrongPassword() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"WRONG_PASSWORD", "old_password", {"The password is wrong.", "Неверный пароль."}});
}

rpc::Error TooManyPasswords(std::chrono::microseconds wait) {
  rpc::Error error(rpc::Code::kResourceExhausted, {"TOO_MANY_ATTEMPTS",
                                                   "old_password",
                                                   {"Too many wrong passwords; try again later.",
                                                    "Слишком много неверных паролей; попробуйте позже."}});
  return error.RetryAfter(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

}  // namespace

User CreateUser(Session& session, const v1::CreateUserRequest& request, security::PasswordGate& gate) {
  rpc::Violations violations;
  User user = request.user();
  user.clear_id();
  CheckNewLogin(user, "user.", violations);
  user = Checked(session, std::move(user), std::move(violations));
  user = Users(session).Add(session.NextId("user"), std::move(user), "user.login");
  Passwords(session, session.account_id(), gate).Set(user.id(), request.password());
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

User UpdateUser(Session& session, const v1::UpdateUserRequest& request, rpc::Revocations& revocations) {
  // Changes of users take turns: of two admins who disable each other, the second must see that they are the last.
  Accounts(session).Lock();
  const User before = Users(session).Lock(request.user_id());
  const auto after = rpc::Updated(before, request.user(), request);
  CheckMayUpdate(session.caller, before, after.value_or(before));
  User user = after ? SaveUser(session, before, *after) : before;
  revocations.OutdateIfRightsChanged(session, session.account_id(), before, user);
  if (user.state() == User::STATE_DISABLED) SessionRevocation(session, revocations).RevokeAllOf(user.id());
  return user;
}

User ChangePassword(Session& session, const v1::ChangePasswordRequest& request, security::PasswordGate& gate,
                    rpc::Revocations& revocations, FailureLimit& wrong_passwords) {
  const rpc::Caller& caller = session.caller;
  Try attempt;
  const auto key = fmt::format("{}.{}", caller.account_id, caller.session_id);
  if (const auto wait = attempt.HoldAgainst(wrong_passwords, key, session.Now())) throw TooManyPasswords(*wait);
  User user = Users(session).Lock(caller.user_id);
  Passwords passwords(session, caller.account_id, gate);
  if (!passwords.Change(caller.user_id, request.old_password(), request.new_password())) {
    attempt.Fail();
    throw WrongPassword();
  }
  SessionRevocation(session, revocations).RevokeAllOf(caller.user_id, caller.session_id);
  return user;
}

}  // namespace voronka::crm

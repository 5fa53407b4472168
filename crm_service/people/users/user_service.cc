#include "crm_service/people/users/user_service.h"

#include <fmt/format.h>

#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

namespace {

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

ServerUnaryReactor* UserService::CreateUser(CallbackServerContext* context, const v1::CreateUserRequest* request,
                                            v1::User* response) {
  return rpc_.Run(context, request, response, [=, this](Session& session) { *response = Create(session, *request); });
}

ServerUnaryReactor* UserService::GetUser(CallbackServerContext* context, const v1::GetUserRequest* request,
                                         v1::User* response) {
  return rpc_.Run(context, request, response, [=](Session& session) {
    *response = Users(session).Get(request->user_id() != 0 ? request->user_id() : session.caller.user_id);
  });
}

ServerUnaryReactor* UserService::ListUsers(CallbackServerContext* context, const v1::ListUsersRequest* request,
                                           v1::ListUsersResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Users(session).List(*request); });
}

ServerUnaryReactor* UserService::UpdateUser(CallbackServerContext* context, const v1::UpdateUserRequest* request,
                                            v1::User* response) {
  return rpc_.Run(context, request, response, [=, this](Session& session) { *response = Update(session, *request); });
}

ServerUnaryReactor* UserService::ChangePassword(CallbackServerContext* context,
                                                const v1::ChangePasswordRequest* request, v1::User* response) {
  return rpc_.Run(context, request, response, [=, this](Session& session) { *response = Change(session, *request); });
}

v1::User UserService::Create(Session& session, const v1::CreateUserRequest& request) {
  Users users(session);
  rpc::Violations violations;
  users.Check(request.user(), "user.", violations);
  violations.ThrowIfAny();
  v1::User user = users.Add(request.user(), session.NextId("user"), "user.");
  Passwords(session, session.account_id(), passwords_).Set(user.id(), request.password());
  return user;
}

v1::User UserService::Update(Session& session, const v1::UpdateUserRequest& request) {
  v1::UserChange change = Users(session).Update(request);
  revocations_.Follow(session, session.account_id(), change);
  v1::User& user = *change.mutable_after();
  if (user.state() == v1::User::STATE_DISABLED) SessionRevocation(session, revocations_).RevokeAllOf(user.id());
  return std::move(user);
}

v1::User UserService::Change(Session& session, const v1::ChangePasswordRequest& request) {
  const rpc::Caller& caller = session.caller;
  Try attempt;
  const auto key = fmt::format("{}.{}", caller.account_id, caller.session_id);
  if (const auto wait = attempt.HoldAgainst(wrong_passwords_, key, session.Now())) throw TooManyPasswords(*wait);
  v1::User user = Users(session).Lock(caller.user_id);
  Passwords passwords(session, caller.account_id, passwords_);
  if (!passwords.Change(caller.user_id, request.old_password(), request.new_password())) {
    attempt.Fail();
    throw WrongPassword();
  }
  SessionRevocation(session, revocations_).RevokeAllOf(caller.user_id, caller.session_id);
  return user;
}

}  // namespace voronka::crm

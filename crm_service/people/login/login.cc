#include "crm_service/people/login/login.h"

#include <google/protobuf/util/time_util.h>

#include <optional>

#include "crm_service/people/login/demo_password.h"
#include "crm_service/people/login/device_token.h"
#include "crm_service/people/second_factor/code_check.h"
#include "crm_service/people/second_factor/totp_rules.h"
#include "crm_service/people/sessions/sessions.h"
#include "crm_service/people/users/login_key.h"
#include "crm_service/people/users/logins.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/visible_line.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using FoundLogin = std::optional<Logins::Found>;

rpc::Error WrongLogin() {
  return rpc::Error(rpc::Code::kUnauthenticated,
                    {"WRONG_LOGIN", "", {"Wrong login or password.", "Неверный логин или пароль."}});
}

// Only to somebody who knows the password: for anybody else the login might as well not exist.
rpc::Error UserDisabled() {
  return rpc::Error(rpc::Code::kUnauthenticated, {"USER_DISABLED",
                                                  "",
                                                  {"Your user is disabled. Ask your admin.",
                                                   "Учётная запись отключена. Обратитесь к администратору."}});
}

v1::Session NewSession(int64_t id, int64_t user_id, const std::string& client, int64_t now, int64_t expiry) {
  v1::Session started;
  started.set_id(id);
  started.set_user_id(user_id);
  started.set_client(rpc::VisibleLine(client));
  *started.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now);
  *started.mutable_refresh_time() = started.create_time();
  *started.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(expiry);
  return started;
}

// The user, if the password is theirs and they are active. Throws USER_DISABLED if it is theirs and they are disabled.
std::optional<v1::User> Identify(rpc::Session& session, security::PasswordGate& gate, const FoundLogin& found,
                                 const std::string& password) {
  if (!found) {
    IsNobodysPassword(gate, password);
    return std::nullopt;
  }
  const auto& [owner, hash] = *found;
  if (!IsPassword(gate, hash, password)) return std::nullopt;
  // Disabling a user or changing the password ends the user's sessions under this lock, so a new one cannot
  // slip through.
  v1::User user = Users(session, owner.account_id).Lock(owner.user_id);
  const bool same = Passwords(session, owner.account_id, gate).HashOf(user.id()) == hash;
  if (!same) return std::nullopt;
  if (user.state() == v1::User::STATE_DISABLED) throw UserDisabled();
  if (user.state() != v1::User::STATE_ACTIVE) return std::nullopt;
  return user;
}

rpc::Error CodeRequired() {
  return rpc::Error(rpc::Code::kUnauthenticated,
                    {"CODE_REQUIRED",
                     "code",
                     {"Enter the code from your authenticator app.", "Введите код из приложения для входа."}});
}

// The second factor of a user who has one. Their row is locked, so a code cannot be used twice.
void CheckCode(rpc::Session& session, Try& attempt, int64_t account_id, const v1::User& user, const std::string& code) {
  if (!user.totp_enabled()) return;
  if (PlainCode(code).empty()) throw CodeRequired();
  if (UseCode(session, account_id, user.id(), code)) return;
  attempt.Fail();
  throw CodeWrong(rpc::Code::kUnauthenticated);
}

v1::LoginResponse Start(rpc::Session& session, const TokenIssuer& issuer, int64_t account_id, const v1::User& user,
                        const std::string& client) {
  const int64_t now = session.Now();
  // The caller has no account yet, so the number is unique in the whole installation.
  const v1::Session started = NewSession(session.NextId("session", storage::Numbering::kInternal), user.id(), client,
                                         now, issuer.RefreshExpiry(now));
  const std::string family = security::Sha256(security::NewSecret(session.random()));
  const RefreshToken token{account_id, started.id(), NewRefreshSecret(session.random(), family)};
  Sessions(session, account_id).Add(started, {.current_hash = security::Sha256(token.secret), .family = family});
  return issuer.Issue(token, started, user, now);
}

}  // namespace

v1::LoginResponse Login(rpc::Session& session, const v1::LoginRequest& request, security::PasswordGate& gate,
                        const TokenIssuer& issuer, LoginLimits& limits) {
  const std::string login = LoginKey(request.login());
  const FoundLogin found = Logins(session).Find(login);
  const auto device = found ? DeviceOf(request.device_token(), found->password_hash) : std::nullopt;
  const LoginTry who{login, session.caller.client_address, device.value_or("")};
  Try attempt;
  limits.Hold(attempt, who, session.Now());
  const auto user = Identify(session, gate, found, request.password());
  if (!user) {
    attempt.Fail();
    throw WrongLogin();
  }
  RefuseDemoPasswordFromOutside(request.password(), session.caller.client_address);
  CheckCode(session, attempt, found->owner.account_id, *user, request.code());
  session.AfterCommit([&limits, who] { limits.Succeeded(who); });
  v1::LoginResponse response = Start(session, issuer, found->owner.account_id, *user, request.client());
  response.set_device_token(device ? request.device_token() : NewDeviceToken(session.random(), found->password_hash));
  return response;
}

}  // namespace voronka::crm

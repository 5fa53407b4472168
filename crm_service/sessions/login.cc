#include "crm_service/sessions/login.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/sessions/sessions.h"
#include "crm_service/users/login_key.h"
#include "crm_service/users/logins.h"
#include "crm_service/users/passwords.h"
#include "crm_service/users/users.h"
#include "foundation/rpc/error.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;

rpc::Error WrongLogin() {
  return rpc::Error(rpc::Code::kUnauthenticated,
                    {"WRONG_LOGIN", "", {"Wrong login or password.", "Неверный логин или пароль."}});
}

v1::Session NewSession(int64_t id, int64_t user_id, const std::string& client, int64_t now, int64_t expiry) {
  v1::Session started;
  started.set_id(id);
  started.set_user_id(user_id);
  started.set_client(client);
  *started.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now);
  *started.mutable_refresh_time() = started.create_time();
  *started.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(expiry);
  return started;
}

}  // namespace

v1::LoginResponse Login::Run(rpc::Session& session, const v1::LoginRequest& request) {
  const std::string login = LoginKey(request.login());
  throttle_.RequireRoom(login, session.Now());
  const auto identity = Identify(session, request);
  if (!identity) {
    throttle_.Failed(login, session.Now());
    throw WrongLogin();
  }
  session.AfterCommit([this, login] { throttle_.Succeeded(login); });
  return Start(session, *identity, request.client());
}

std::optional<Login::Identity> Login::Identify(rpc::Session& session, const v1::LoginRequest& request) {
  const auto owner = Logins(session).Find(request.login());
  if (!owner) {
    passwords_.VerifyNobody(request.password());
    return std::nullopt;
  }
  Passwords passwords(session, owner->account_id, passwords_);
  const std::string hash = passwords.HashOf(owner->user_id);
  if (!passwords_.Verify(hash, request.password())) return std::nullopt;
  // Whoever disables the user or changes the password holds this lock while ending the sessions: none slips through.
  const v1::User user = Users(session, owner->account_id).Lock(owner->user_id);
  if (user.state() != v1::User::STATE_ACTIVE || passwords.HashOf(user.id()) != hash) return std::nullopt;
  return Identity{owner->account_id, user};
}

v1::LoginResponse Login::Start(rpc::Session& session, const Identity& identity, const std::string& client) {
  const int64_t now = session.Now();
  // Who logs in has no account yet: these numbers are the installation's.
  const v1::Session started = NewSession(session.NextId("session", storage::Numbering::kInternal), identity.user.id(),
                                         client, now, issuer_.RefreshExpiry(now));
  const std::string family = security::Sha256(security::NewSecret(session.random()));
  const RefreshToken token{identity.account_id, started.id(), NewRefreshSecret(session.random(), family)};
  Sessions(session, identity.account_id)
      .Add(started, {.current_hash = security::Sha256(token.secret), .family = family});
  return issuer_.Issue(token, started, identity.user, now);
}

}  // namespace voronka::crm

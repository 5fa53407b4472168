#include "crm_service/people/users/password_link_step.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "crm_service/people/sessions/row_token.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/users/password_links.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/secret.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::User;

namespace {

std::chrono::microseconds LifetimeFor(const User& user) {
  return user.state() == User::STATE_INVITED ? std::chrono::days(7) : std::chrono::days(1);
}

void CheckMayGetLink(const rpc::Session& session, const User& user) {
  rpc::Violations violations;
  violations.AddUnless(user.state() != User::STATE_DISABLED, "USER_DISABLED", "user_id",
                       {"The user is disabled.", "Пользователь отключён."});
  // Whoever finds a session open must not get past the old password.
  violations.AddUnless(user.id() != session.caller.user_id, "OWN_PASSWORD", "user_id",
                       {"Change your own password in your profile.", "Свой пароль меняют в профиле."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace

v1::CreatePasswordLinkResponse CreatePasswordLink(rpc::Session& session, const v1::CreatePasswordLinkRequest& request,
                                                  security::PasswordGate& gate, rpc::Revocations& revocations) {
  const User user = Users(session).Lock(request.user_id());
  CheckMayGetLink(session, user);
  const int64_t expire_time = session.Now() + LifetimeFor(user).count();
  const RowToken token{session.account_id(), user.id(), security::NewSecret(session.random())};
  PasswordLinks(session, session.account_id()).Put(user.id(), {security::Sha256(token.secret), expire_time});
  Passwords(session, session.account_id(), gate).Invalidate(user.id());
  SessionRevocation(session, revocations).RevokeAllOf(user.id());
  v1::CreatePasswordLinkResponse response;
  response.set_token(token.Spelled());
  *response.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(expire_time);
  return response;
}

}  // namespace voronka::crm

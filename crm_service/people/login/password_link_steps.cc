#include "crm_service/people/login/password_link_steps.h"

#include <google/protobuf/util/time_util.h>

#include <optional>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/sessions/row_token.h"
#include "crm_service/people/users/password_links.h"
#include "crm_service/people/users/passwords.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/secret.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::User;

namespace {

rpc::Error LinkInvalid() {
  return rpc::Error(rpc::Code::kFailedPrecondition, {"LINK_INVALID",
                                                     "token",
                                                     {"This link does not work any more. Ask for another one.",
                                                      "Эта ссылка больше не действует. Попросите новую."}});
}

rpc::Error LinkExpired() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"LINK_EXPIRED",
                     "token",
                     {"This link has expired. Ask for another one.", "Срок ссылки истёк. Попросите новую."}});
}

// Runs the body as an attempt of the client's address: refusals count as failed logins do.
template <class Body>
auto Counted(Session& session, LoginLimits& limits, Body body) {
  Try attempt;
  limits.HoldAddress(attempt, session.caller.client_address, session.Now());
  try {
    return body();
  } catch (const rpc::Error&) {
    attempt.Fail();
    throw;
  }
}

RowToken Parsed(const std::string& text) {
  auto token = RowToken::Parse(text);
  if (!token) throw LinkInvalid();
  return *std::move(token);
}

// The link that the token belongs to, as long as it works.
PasswordLink Opened(Session& session, const RowToken& token) {
  auto link = PasswordLinks(session, token.account_id).Find(token.row_id);
  if (!link || !security::EqualInConstantTime(link->hash, security::Sha256(token.secret))) throw LinkInvalid();
  if (link->expire_time <= session.Now()) throw LinkExpired();
  return *std::move(link);
}

void CheckMayUseLink(const User& user) {
  if (user.state() == User::STATE_DISABLED) throw LinkInvalid();
}

rpc::Caller As(const RowToken& token, rpc::Caller caller) {
  caller.account_id = token.account_id;
  caller.user_id = token.row_id;
  return caller;
}

// A user who can prove by the link who they are.
User LockOwner(Session& session, const RowToken& token) {
  Opened(session, token);
  User user = Users(session).Lock(token.row_id);
  // Under the lock, nobody else can use or replace the link.
  Opened(session, token);
  CheckMayUseLink(user);
  return user;
}

void Activate(Session& session, const User& invited) {
  User active = invited;
  active.set_state(User::STATE_ACTIVE);
  Users(session).Save(invited, std::move(active));
}

User Redeem(Session& session, const RowToken& token, const std::string& new_password, security::PasswordGate& gate) {
  User user = LockOwner(session, token);
  Passwords(session, session.account_id(), gate).Set(user.id(), new_password);
  PasswordLinks(session, session.account_id()).Remove(user.id());
  if (user.state() == User::STATE_INVITED) Activate(session, user);
  return user;
}

v1::GetPasswordLinkResponse Described(Session& session, const PasswordLink& link, const User& user) {
  const v1::Account account = Accounts(session).Get();
  v1::GetPasswordLinkResponse response;
  response.set_login(user.login());
  response.set_display_name(user.display_name());
  response.set_account_name(account.name());
  response.set_locale(user.locale().empty() ? account.locale() : user.locale());
  *response.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(link.expire_time);
  response.set_invitation(user.state() == User::STATE_INVITED);
  return response;
}

}  // namespace

v1::GetPasswordLinkResponse GetPasswordLink(Session& session, const v1::GetPasswordLinkRequest& request,
                                            LoginLimits& limits) {
  return Counted(session, limits, [&] {
    const RowToken token = Parsed(request.token());
    const PasswordLink link = Opened(session, token);
    const rpc::Caller owner = As(token, session.caller);
    Session owners(session, owner);
    const User user = Users(owners).Get(token.row_id);
    CheckMayUseLink(user);
    return Described(owners, link, user);
  });
}

v1::RedeemPasswordLinkResponse RedeemPasswordLink(Session& session, const v1::RedeemPasswordLinkRequest& request,
                                                  security::PasswordGate& gate, LoginLimits& limits) {
  return Counted(session, limits, [&] {
    const RowToken token = Parsed(request.token());
    const rpc::Caller owner = As(token, session.caller);
    Session owners(session, owner);
    v1::RedeemPasswordLinkResponse response;
    response.set_login(Redeem(owners, token, request.new_password(), gate).login());
    return response;
  });
}

}  // namespace voronka::crm

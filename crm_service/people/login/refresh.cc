#include "crm_service/people/login/refresh.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/people/login/login_limits.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/sessions/session_rules.h"
#include "crm_service/people/sessions/sessions.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/error.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;

rpc::Error SessionEnded() {
  return rpc::Error(rpc::Code::kUnauthenticated,
                    {"SESSION_ENDED", "", {"The session has ended; log in again.", "Сеанс завершён; войдите снова."}});
}

}  // namespace

v1::LoginResponse Refresh::Run(rpc::Session& session, const v1::RefreshSessionRequest& request) {
  Try attempt;
  const auto wait = attempt.HoldAgainst(failures_, session.caller.client_address, session.Now());
  if (wait) throw TooManyAttempts(*wait);
  if (auto answer = Carry(session, request)) return *std::move(answer);
  attempt.Fail();
  throw SessionEnded();
}

Refresh::Answered Refresh::Carry(rpc::Session& session, const v1::RefreshSessionRequest& request) {
  const auto token = RefreshToken::Parse(request.refresh_token());
  if (!token) return std::nullopt;
  Sessions sessions(session, token->account_id);
  const auto found = sessions.Lock(token->session_id);
  if (!found || !IsAlive(*found, session.Now())) return std::nullopt;
  const RefreshState state = sessions.RefreshStateOf(found->id());
  switch (Judge(state, token->secret, session.Now())) {
    case RefreshVerdict::kRotate:
      return Rotate(session, *token, *found, state);
    case RefreshVerdict::kRepeat:
      return Answer(session, *token, *found, SuccessorOf(token->secret, state.rotation_salt, state.family));
    case RefreshVerdict::kReuse:
      return RevokeAndRefuse(session, *token, *found);
    case RefreshVerdict::kRefuse:
      break;
  }
  return std::nullopt;
}

Refresh::Answered Refresh::Answer(rpc::Session& session, const RefreshToken& token, const v1::Session& refreshed,
                                  const std::string& secret) {
  const auto user = Users(session, token.account_id).Get(refreshed.user_id());
  if (user.state() != v1::User::STATE_ACTIVE) return std::nullopt;
  return issuer_.Issue({token.account_id, token.session_id, secret}, refreshed, user, session.Now());
}

Refresh::Answered Refresh::Rotate(rpc::Session& session, const RefreshToken& token, v1::Session refreshed,
                                  const RefreshState& state) {
  const int64_t now = session.Now();
  const std::string salt = security::Sha256(security::NewSecret(session.random()));
  *refreshed.mutable_refresh_time() = TimeUtil::MicrosecondsToTimestamp(now);
  *refreshed.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(issuer_.RefreshExpiry(now));
  Sessions sessions(session, token.account_id);
  sessions.Update(refreshed);
  const RefreshState rotated = Rotated(state, token.secret, salt, now);
  sessions.SetRefreshState(refreshed.id(), rotated);
  return Answer(session, token, refreshed, SuccessorOf(token.secret, salt, rotated.family));
}

Refresh::Answered Refresh::RevokeAndRefuse(rpc::Session& session, const RefreshToken& token,
                                           const v1::Session& stolen) {
  SessionRevocation(session, revocations_, token.account_id).Revoke(stolen);
  session.FailAfterCommit(SessionEnded());
  return v1::LoginResponse();
}

}  // namespace voronka::crm

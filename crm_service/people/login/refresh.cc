#include "crm_service/people/login/refresh.h"

#include <google/protobuf/util/time_util.h>

#include <optional>

#include "crm_service/people/login/login_limits.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/sessions/session_rules.h"
#include "crm_service/people/sessions/sessions.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;

rpc::Error SessionEnded() {
  return rpc::Error(rpc::Code::kUnauthenticated,
                    {"SESSION_ENDED", "", {"The session has ended; log in again.", "Сеанс завершён; войдите снова."}});
}

// A refresh of the session that the token names.
class Refresh {
 public:
  // Nothing if the token is not valid.
  using Answer = std::optional<v1::LoginResponse>;

  Refresh(rpc::Session& session, const RefreshToken& token, const TokenIssuer& issuer, rpc::Revocations& revocations)
      : session_(session),
        token_(token),
        issuer_(issuer),
        revocations_(revocations),
        sessions_(session, token.account_id) {}

  Answer Run();

 private:
  Answer Rotate(v1::Session refreshed, const RefreshState& state);
  Answer AnswerWith(const v1::Session& refreshed, const std::string& secret);
  Answer RevokeAndRefuse(const v1::Session& stolen);

  rpc::Session& session_;
  const RefreshToken& token_;
  const TokenIssuer& issuer_;
  rpc::Revocations& revocations_;
  Sessions sessions_;
};

Refresh::Answer Refresh::Run() {
  const auto found = sessions_.Lock(token_.session_id);
  if (!found || !IsAlive(*found, session_.Now())) return std::nullopt;
  const RefreshState state = sessions_.RefreshStateOf(found->id());
  switch (Judge(state, token_.secret, session_.Now())) {
    case RefreshVerdict::kRotate:
      return Rotate(*found, state);
    case RefreshVerdict::kRepeat:
      return AnswerWith(*found, SuccessorOf(token_.secret, state.rotation_salt, state.family));
    case RefreshVerdict::kReuse:
      return RevokeAndRefuse(*found);
    case RefreshVerdict::kRefuse:
      break;
  }
  return std::nullopt;
}

Refresh::Answer Refresh::Rotate(v1::Session refreshed, const RefreshState& state) {
  const int64_t now = session_.Now();
  const std::string salt = security::Sha256(security::NewSecret(session_.random()));
  *refreshed.mutable_refresh_time() = TimeUtil::MicrosecondsToTimestamp(now);
  *refreshed.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(issuer_.RefreshExpiry(now));
  sessions_.Update(refreshed);
  const RefreshState rotated = Rotated(state, token_.secret, salt, now);
  sessions_.SetRefreshState(refreshed.id(), rotated);
  return AnswerWith(refreshed, SuccessorOf(token_.secret, salt, rotated.family));
}

Refresh::Answer Refresh::AnswerWith(const v1::Session& refreshed, const std::string& secret) {
  const auto user = Users(session_, token_.account_id).Get(refreshed.user_id());
  if (user.state() != v1::User::STATE_ACTIVE) return std::nullopt;
  return issuer_.Issue({token_.account_id, token_.session_id, secret}, refreshed, user, session_.Now());
}

Refresh::Answer Refresh::RevokeAndRefuse(const v1::Session& stolen) {
  SessionRevocation(session_, revocations_, token_.account_id).Revoke(stolen);
  session_.FailAfterCommit(SessionEnded());
  return v1::LoginResponse();
}

}  // namespace

v1::LoginResponse RefreshSession(rpc::Session& session, const v1::RefreshSessionRequest& request,
                                 const TokenIssuer& issuer, rpc::Revocations& revocations, FailureLimit& failures) {
  Try attempt;
  const auto wait = attempt.HoldAgainst(failures, session.caller.client_address, session.Now());
  if (wait) throw TooManyAttempts(*wait);
  const auto token = RefreshToken::Parse(request.refresh_token());
  if (token) {
    if (auto answer = Refresh(session, *token, issuer, revocations).Run()) return *std::move(answer);
  }
  attempt.Fail();
  throw SessionEnded();
}

}  // namespace voronka::crm

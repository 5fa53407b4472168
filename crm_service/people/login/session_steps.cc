#include "crm_service/people/login/session_steps.h"

#include "crm_service/people/login/session_access.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/sessions/sessions.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {

using rpc::Session;

google::protobuf::Empty Logout(Session& session, const v1::LogoutRequest& request, rpc::Revocations& revocations) {
  SessionRevocation revocation(session, revocations);
  if (request.everywhere()) {
    // A login at the same moment waits, and starts a new session.
    Users(session).Lock(session.caller.user_id);
    revocation.RevokeAllOf(session.caller.user_id);
  } else {
    revocation.Revoke(LockOwnSession(session, session.caller.session_id));
  }
  return {};
}

v1::ListSessionsResponse ListSessions(Session& session, const v1::ListSessionsRequest& request) {
  return Sessions(session).ListAliveOf(OwnerOfListedSessions(session, request.user_id()), request);
}

v1::Session RevokeSession(Session& session, const v1::RevokeSessionRequest& request, rpc::Revocations& revocations) {
  return SessionRevocation(session, revocations).Revoke(LockOwnSession(session, request.session_id()));
}

}  // namespace voronka::crm

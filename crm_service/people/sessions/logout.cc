#include "crm_service/people/sessions/logout.h"

#include "crm_service/people/login/session_access.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {

void LogOut(rpc::Session& session, rpc::Revocations& revocations, bool everywhere) {
  SessionRevocation revocation(session, revocations);
  if (!everywhere) {
    revocation.Revoke(LockOwnSession(session, session.caller.session_id));
    return;
  }
  // Who logs in at this moment waits, and begins anew.
  Users(session).Lock(session.caller.user_id);
  revocation.RevokeAllOf(session.caller.user_id);
}

}  // namespace voronka::crm

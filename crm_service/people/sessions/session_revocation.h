#pragma once

#include "crm_service/people/sessions/sessions.h"
#include "foundation/rpc/calls/revocations.h"

namespace voronka::crm {

// Ends sessions early: refresh tokens at once, access tokens and streams within 5 s.
class SessionRevocation {
 public:
  SessionRevocation(rpc::Session& session, rpc::Revocations& revocations)
      : SessionRevocation(session, revocations, session.account_id()) {}
  SessionRevocation(rpc::Session& session, rpc::Revocations& revocations, int64_t account_id)
      : session_(session), revocations_(revocations), account_id_(account_id), sessions_(session, account_id) {}

  // Ends a locked session and returns it. One that has already ended stays as it is.
  v1::Session Revoke(const v1::Session& locked);
  // All sessions of the user but the spared one; 0 spares none.
  void RevokeAllOf(int64_t user_id, int64_t spared_session_id = 0);

 private:
  rpc::Session& session_;
  rpc::Revocations& revocations_;
  const int64_t account_id_;
  Sessions sessions_;
};

}  // namespace voronka::crm

#pragma once

#include "crm_service/people/sessions/sessions.h"
#include "foundation/rpc/revocations.h"

namespace voronka::crm {

// Ends sessions before their time: refresh tokens at once, access tokens and streams within 5 s.
class SessionRevocation {
 public:
  SessionRevocation(rpc::Session& session, rpc::Revocations& revocations)
      : SessionRevocation(session, revocations, session.account_id()) {}
  SessionRevocation(rpc::Session& session, rpc::Revocations& revocations, int64_t account_id)
      : session_(session), revocations_(revocations), account_id_(account_id), sessions_(session, account_id) {}

  // A locked session; as it is afterwards. One that has ended stays as it was.
  v1::Session Revoke(const v1::Session& locked);
  // All but the one that is spared; 0 spares none.
  void RevokeAllOf(int64_t user_id, int64_t spared_session_id = 0);

 private:
  rpc::Session& session_;
  rpc::Revocations& revocations_;
  const int64_t account_id_;
  Sessions sessions_;
};

}  // namespace voronka::crm

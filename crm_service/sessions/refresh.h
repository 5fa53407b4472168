#pragma once

#include "crm_service/sessions/refresh_rules.h"
#include "crm_service/sessions/token_issuer.h"
#include "foundation/rpc/revocations.h"
#include "foundation/rpc/session.h"

namespace voronka::crm {

// Carries a session on with new tokens.
class Refresh {
 public:
  Refresh(const TokenIssuer& issuer, rpc::Revocations& revocations) : issuer_(issuer), revocations_(revocations) {}

  // Throws UNAUTHENTICATED (SESSION_ENDED).
  v1::LoginResponse Run(rpc::Session& session, const v1::RefreshSessionRequest& request);

 private:
  v1::LoginResponse Answer(rpc::Session& session, const RefreshToken& token, const v1::Session& refreshed,
                           const std::string& secret);
  v1::LoginResponse Rotate(rpc::Session& session, const RefreshToken& token, v1::Session refreshed,
                           const RefreshState& state);
  v1::LoginResponse RevokeAndRefuse(rpc::Session& session, const RefreshToken& token, const v1::Session& stolen);

  const TokenIssuer& issuer_;
  rpc::Revocations& revocations_;
};

}  // namespace voronka::crm

#pragma once

#include <optional>

#include "crm_service/people/sessions/failure_limit.h"
#include "crm_service/people/sessions/refresh_rules.h"
#include "crm_service/people/login/token_issuer.h"
#include "foundation/rpc/revocations.h"
#include "foundation/rpc/session.h"

namespace voronka::crm {

// Carries a session on with new tokens.
class Refresh {
 public:
  Refresh(const TokenIssuer& issuer, rpc::Revocations& revocations) : issuer_(issuer), revocations_(revocations) {}

  // Throws UNAUTHENTICATED (SESSION_ENDED) and RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS).
  v1::LoginResponse Run(rpc::Session& session, const v1::RefreshSessionRequest& request);

 private:
  using Answered = std::optional<v1::LoginResponse>;

  // Nothing: the token is none that lives.
  Answered Carry(rpc::Session& session, const v1::RefreshSessionRequest& request);
  Answered Answer(rpc::Session& session, const RefreshToken& token, const v1::Session& refreshed,
                  const std::string& secret);
  Answered Rotate(rpc::Session& session, const RefreshToken& token, v1::Session refreshed, const RefreshState& state);
  Answered RevokeAndRefuse(rpc::Session& session, const RefreshToken& token, const v1::Session& stolen);

  const TokenIssuer& issuer_;
  rpc::Revocations& revocations_;
  // Of one address; an office that comes back after its holidays has less.
  FailureLimit failures_{300, std::chrono::minutes(3)};
};

}  // namespace voronka::crm

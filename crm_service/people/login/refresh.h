#pragma once

#include "crm_service/people/login/token_issuer.h"
#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Continues a session with new tokens. `failures` counts the failed refreshes of each address. Throws UNAUTHENTICATED
// (SESSION_ENDED) and RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS).
v1::LoginResponse RefreshSession(rpc::Session& session, const v1::RefreshSessionRequest& request,
                                 const TokenIssuer& issuer, rpc::Revocations& revocations, FailureLimit& failures);

}  // namespace voronka::crm

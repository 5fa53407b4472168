#pragma once

#include "crm_service/people/login/login_limits.h"
#include "crm_service/people/login/token_issuer.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Starts a session for a user who proves their password, and their second factor if they have one. Throws
// UNAUTHENTICATED (WRONG_LOGIN, USER_DISABLED, CODE_REQUIRED, CODE_WRONG), PERMISSION_DENIED (DEMO_PASSWORD) and
// RESOURCE_EXHAUSTED (TOO_MANY_LOGINS, TOO_MANY_ATTEMPTS).
v1::LoginResponse Login(rpc::Session& session, const v1::LoginRequest& request, security::PasswordGate& gate,
                        const TokenIssuer& issuer, LoginLimits& limits);

}  // namespace voronka::crm

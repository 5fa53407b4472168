#pragma once

#include <string>

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"

namespace voronka::crm {

// Lets the caller's session try to prove once more who is using it, with a password or a code: whoever finds a device
// that is logged in can only guess slowly. `failures` counts the wrong ones of each session. Throws RESOURCE_EXHAUSTED
// (TOO_MANY_ATTEMPTS) at `field`.
void HoldProof(Try& attempt, rpc::Session& session, FailureLimit& failures, const std::string& field);

// Throws FAILED_PRECONDITION (WRONG_PASSWORD) at `field`, and counts it, unless the password is the caller's own.
void RequireOwnPassword(Try& attempt, rpc::Session& session, security::PasswordGate& gate, const std::string& password,
                        const std::string& field);

}  // namespace voronka::crm

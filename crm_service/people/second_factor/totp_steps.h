#pragma once

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// `wrong_proofs` counts the wrong passwords and codes of each session.
v1::BeginTotpResponse BeginTotp(rpc::Session& session, const v1::BeginTotpRequest& request,
                                security::PasswordGate& gate, FailureLimit& wrong_proofs);
v1::ConfirmTotpResponse ConfirmTotp(rpc::Session& session, const v1::ConfirmTotpRequest& request,
                                    FailureLimit& wrong_proofs);
v1::User RemoveTotp(rpc::Session& session, const v1::RemoveTotpRequest& request, security::PasswordGate& gate,
                    FailureLimit& wrong_proofs);

}  // namespace voronka::crm

#pragma once

#include "crm_service/people/login/login_limits.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// For whoever has the token of a link that crm_service/people/users/password_link_step.h has created. Both throw
// FAILED_PRECONDITION (LINK_INVALID, LINK_EXPIRED) and RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS).
v1::GetPasswordLinkResponse GetPasswordLink(rpc::Session& session, const v1::GetPasswordLinkRequest& request,
                                            LoginLimits& limits);
v1::RedeemPasswordLinkResponse RedeemPasswordLink(rpc::Session& session, const v1::RedeemPasswordLinkRequest& request,
                                                  security::PasswordGate& gate, LoginLimits& limits);

}  // namespace voronka::crm

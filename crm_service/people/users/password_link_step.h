#pragma once

#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// What becomes of the link: crm_service/people/login/password_link_steps.h.
v1::CreatePasswordLinkResponse CreatePasswordLink(rpc::Session& session, const v1::CreatePasswordLinkRequest& request,
                                                  security::PasswordGate& gate, rpc::Revocations& revocations);

}  // namespace voronka::crm

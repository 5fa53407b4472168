#pragma once

#include "foundation/rpc/revocations.h"
#include "foundation/rpc/session.h"

namespace voronka::crm {

// Ends the caller's session, or all that they have.
void LogOut(rpc::Session& session, rpc::Revocations& revocations, bool everywhere);

}  // namespace voronka::crm

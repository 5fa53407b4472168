#pragma once

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/proposals/deal_moves.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Writes every resource that differs, in one transaction. The account's lock has been held since `before` was read.
// Throws FAILED_PRECONDITION if deals have come meanwhile that do not allow it.
void CarryOut(rpc::Session& session, const AccountConfiguration& before, const AccountConfiguration& after,
              const DealMoves& moves);

}  // namespace voronka::crm

#pragma once

#include "crm_service/clients/merges/client_links.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// A PassDeal: the deal's main contact, or its company, is another one now. Whoever merges clients need not be able to
// change their deals, as they change the client of them only.
bool PassDealOn(rpc::Session& session, const DealPassing& passing);

}  // namespace voronka::crm

#pragma once

#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Gives a lead the client that it has not had yet: who is typed as the contact and the company of its last move. They
// are taken out of the move, in which the rest are changes of who is known.
void GiveTypedClient(rpc::Session& session, const LockedDeal& lead, v1::MoveDealRequest& move);

// Adds FIELD_REQUIRED unless the lead has a contact.
void RequireContactOf(const v1::Deal& lead, rpc::Violations& violations);

// The same unless that contact has a name and can be reached, too.
void RequireReachable(rpc::Session& session, const v1::Deal& lead, rpc::Violations& violations);

}  // namespace voronka::crm

#pragma once

#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Throws unless the caller may change the deal, and says who has it: OFFER_EXPIRED to a caller who did not take it in
// time, PERMISSION_DENIED (NOT_RESPONSIBLE) to all others.
void CheckMayChange(rpc::Session& session, const v1::Deal& deal);

// Throws OFFER_EXPIRED when the deadline of the caller's own offer has passed.
void CheckOfferStands(rpc::Session& session, const LockedDeal& locked);

// FAILED_PRECONDITION (OFFER_EXPIRED). Says who has the deal now, unless that is the caller or nobody.
[[noreturn]] void ThrowOfferExpired(rpc::Session& session, const v1::Deal& deal);

}  // namespace voronka::crm

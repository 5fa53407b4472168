#pragma once

#include <cstdint>

#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// A lead that the caller may change, locked. Throws as LockDeal and CheckMayChange, and FAILED_PRECONDITION
// (NOT_A_LEAD).
LockedDeal LockLead(rpc::Session& session, int64_t deal_id);

// Throws FAILED_PRECONDITION (LEAD_CLOSED), or ABORTED (STALE_EPOCH).
void RequireOpenLead(rpc::Session& session, const LockedDeal& lead, int64_t epoch);

}  // namespace voronka::crm

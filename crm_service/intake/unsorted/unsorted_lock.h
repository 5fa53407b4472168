#pragma once

#include <cstdint>

#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Throws NOT_FOUND for whoever does not see what nobody has; FAILED_PRECONDITION with reason ALREADY_SORTED, which says
// who was faster, or NOT_UNSORTED.
LockedDeal LockUnsorted(rpc::Session& session, int64_t deal_id);

// What last decided whose the deal is and where: only `kind`, `actor_user_id` and `user_id`.
v1::TimelineEntry LastSortingOf(rpc::Session& session, int64_t deal_id);

}  // namespace voronka::crm

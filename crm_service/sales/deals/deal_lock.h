#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// A deal whose row is locked until the session commits.
struct LockedDeal {
  v1::Deal deal;
  // The deal's pipeline, which cannot change until then either.
  v1::Pipeline pipeline;
  // The database's clock, read under the lock: deadlines are compared with it. Microseconds since 1970 UTC.
  int64_t now;
  // Whether somebody has been asked to agree to a move of it, this one or a former one, and has not refused.
  bool has_approvals;
};

// Throws NOT_FOUND, also for a deal that the caller does not see; OFFER_EXPIRED if the caller has missed an offer of
// such a deal.
LockedDeal LockDeal(rpc::Session& session, int64_t deal_id);
// Whether the caller sees it or not.
LockedDeal LockAnyDeal(rpc::Session& session, int64_t deal_id);

}  // namespace voronka::crm

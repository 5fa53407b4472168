#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// Those of the deals, listed in the stage of `queue`, whose plan would change if it followed them now. Reads only, and
// all of them at once: most deals that wait have an open offer or wait for good reason, and a transaction for each
// would hold the queue's row for nothing. What changes meanwhile is known from its event, or the next time.
std::vector<crm::v1::Deal> OutOfStep(rpc::Session& session, const v1::QueueRow& queue,
                                     const std::vector<crm::v1::Deal>& deals);

}  // namespace voronka::distribution

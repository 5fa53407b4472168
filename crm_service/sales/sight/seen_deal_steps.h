#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

v1::ListSeenDealsResponse ListSeenDeals(rpc::Session& session, const v1::ListSeenDealsRequest& request);
v1::ListSeenOwnersResponse ListSeenOwners(rpc::Session& session, const v1::ListSeenOwnersRequest& request);

}  // namespace voronka::crm

#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::crm {

v1::FilterDealsResponse FilterDeals(rpc::Session& session, const v1::FilterDealsRequest& request);
v1::CountDealsResponse CountDeals(rpc::Session& session, const v1::CountDealsRequest& request);

}  // namespace voronka::crm

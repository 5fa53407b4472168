#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

v1::Deal CreateLinkedDeal(rpc::Session& session, const v1::CreateLinkedDealRequest& request);
v1::ListLinkedDealsResponse ListLinkedDeals(rpc::Session& session, const v1::ListLinkedDealsRequest& request);

}  // namespace voronka::crm

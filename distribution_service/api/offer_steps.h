#pragma once

#include "distribution_service/crm/directory.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::distribution {

v1::ListOffersResponse ListOffers(rpc::Session& session, const v1::ListOffersRequest& request, CrmDirectory& directory);
v1::CountOffersResponse CountOffers(rpc::Session& session, const v1::CountOffersRequest& request,
                                    CrmDirectory& directory);
v1::ExplainDealResponse ExplainDeal(rpc::Session& session, const v1::ExplainDealRequest& request,
                                    CrmDirectory& directory);

}  // namespace voronka::distribution

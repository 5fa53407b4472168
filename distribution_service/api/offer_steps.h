#pragma once

#include "foundation/rpc/session.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::distribution {

// The account's offers, newest first.
void ListOffers(rpc::Session& session, const v1::ListOffersRequest& request, v1::ListOffersResponse& response);

}  // namespace voronka::distribution

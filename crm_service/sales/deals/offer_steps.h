#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal_offer.pb.h"

namespace voronka::crm {

// The offer of a deal. The offeree takes or declines it; distribution makes and reclaims it. Deadlines are compared
// only with the database's clock, read while the deal is locked.

v1::Deal TakeOffer(rpc::Session& session, const v1::TakeOfferRequest& request);
v1::Deal DeclineOffer(rpc::Session& session, const v1::DeclineOfferRequest& request);
v1::Deal OfferDeal(rpc::Session& session, const v1::OfferDealRequest& request);
v1::Deal ReclaimDeal(rpc::Session& session, const v1::ReclaimDealRequest& request);

}  // namespace voronka::crm

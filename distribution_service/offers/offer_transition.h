#pragma once

#include <cstdint>

#include "distribution_service/crm/deal_change.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// How a change of the deal changes its open offer.
struct OfferTransition {
  // Unspecified: nothing; the change is known already, or it is too early to say.
  v1::Offer::State state = v1::Offer::STATE_UNSPECIFIED;
  v1::Grounds grounds = {};
};

// `offer` is open. A change without a kind is a deal as it was listed: what was done to it is then inferred, but only
// after its events have had time to arrive.
OfferTransition TransitionOf(const v1::OfferRow& offer, const DealChange& change, int64_t now);

}  // namespace voronka::distribution

#pragma once

#include <vector>

#include "distribution_service/rotation/turns.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// One search for somebody who takes the deal: nobody is asked twice in it. A deal that comes back to the queue after it
// was taken or withdrawn begins another round, and so does one that changes the queue.
struct Round {
  // From 1.
  int number = 1;
  // They missed or declined the deal.
  Users answered = {};
  // They could not be asked.
  Users disabled = {};

  Users PassedOver() const {
    Users all = answered;
    all.insert(disabled.begin(), disabled.end());
    return all;
  }
};

// The round that the next offer from this queue belongs to. `offers` are all of the deal's, in order.
Round RoundOf(const std::vector<v1::OfferRow>& offers, int64_t queue_id);

}  // namespace voronka::distribution

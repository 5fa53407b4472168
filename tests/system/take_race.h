#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {

// A deal as it was on offer.
struct OnOffer {
  Account* account;
  crm::v1::Deal deal;

  Moment deadline() const { return MomentOf(deal.offer_deadline()); }
};

// One client's attempt to take a deal at the last moment.
struct TakeAttempt {
  OnOffer offer;
  std::string request_id;
  bool taken = false;
  // Otherwise, why not.
  std::string refusal = {};
};

// Everybody tries to take their offer as it expires, so that the attempt reaches the deal within 5 ms of its deadline:
// half of them by TakeOffer and half by a move, through every replica.
std::vector<TakeAttempt> TakeAtDeadlines(std::vector<OnOffer> offers);

}  // namespace voronka::testing

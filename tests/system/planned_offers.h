#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"
#include "tests/system/take_race.h"

namespace voronka::testing {

// Offers to make, in accounts of their own, with deadlines spread evenly.
struct OffersPlan {
  int accounts;
  int managers;
  int offers;
  // From the start to the first deadline. A machine that cannot make the offers within it gets twice as long, several
  // times over.
  std::chrono::seconds lead;
  // From the first deadline to the last.
  std::chrono::seconds spread;
};

struct PlannedOffers {
  std::vector<std::unique_ptr<Account>> accounts;
  // Each is the first offer of its deal. What is offered afterwards may be taken for an hour.
  std::vector<OnOffer> offers;
  Moment last_deadline;
};

// Throws when the machine is too slow for every lead.
PlannedOffers MakeOffers(System& system, const OffersPlan& plan);

}  // namespace voronka::testing

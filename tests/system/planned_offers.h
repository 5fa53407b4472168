#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"
#include "tests/system/take_race.h"

namespace voronka::testing {

// Offers to make, in their own accounts, with evenly spread deadlines.
struct OffersPlan {
  int accounts;
  int managers;
  int offers;
  // From the start to the first deadline. If a machine cannot make the offers in that time, the time is doubled,
  // several times.
  // times over.
  std::chrono::seconds lead;
  // From the first deadline to the last.
  std::chrono::seconds spread;
};

struct PlannedOffers {
  std::vector<std::unique_ptr<Account>> accounts;
  // Each is the first offer of its deal. Later offers may be taken for an hour.
  std::vector<OnOffer> offers;
  Moment last_deadline;
};

// Throws if the machine is too slow even for the longest lead.
PlannedOffers MakeOffers(System& system, const OffersPlan& plan);

}  // namespace voronka::testing

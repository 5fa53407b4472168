#include "tests/system/planned_offers.h"

#include <utility>

#include "tests/system/crowd.h"
#include "tests/system/deadlines.h"
#include "tests/system/reading.h"

namespace voronka::testing {
namespace {

constexpr int kTries = 4;

PlannedOffers MakeOffersOnce(System& system, const OffersPlan& plan) {
  PlannedOffers made;
  for (int i = 0; i < plan.accounts; ++i) {
    made.accounts.push_back(std::make_unique<Account>(system, plan.managers, std::chrono::hours(1)));
  }
  const Deadlines deadlines{.first = Now() + plan.lead, .spread = plan.spread};
  std::vector<std::vector<crm::v1::Deal>> deals(plan.accounts);
  InParallel(plan.accounts,
             [&](int i) { deals[i] = MakeOffers(*made.accounts[i], plan.offers / plan.accounts, deadlines); });
  for (int i = 0; i < plan.accounts; ++i) {
    for (auto& deal : deals[i]) made.offers.push_back({made.accounts[i].get(), std::move(deal)});
  }
  made.last_deadline = deadlines.first + deadlines.spread;
  return made;
}

}  // namespace

PlannedOffers MakeOffers(System& system, const OffersPlan& plan) {
  OffersPlan attempt = plan;
  for (int tries = 1;; ++tries, attempt.lead *= 2) {
    try {
      return MakeOffersOnce(system, attempt);
    } catch (const TooLate&) {
      if (tries == kTries) throw;
    }
  }
}

}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "event_consumer/change.h"
#include "tests/support/eventually.h"
#include "tests/system/event_log.h"
#include "tests/system/measured.h"
#include "tests/system/planned_offers.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::ResourceChange;
using std::chrono::microseconds;

constexpr int kManagers = 4;

struct Race {
  int replicas;
  int accounts;
};

// Offers that all expire within a second, and this many replicas of distribution that reclaim them.
class ReclaimRace : public ::testing::TestWithParam<Race> {
 protected:
  void LetLapse() {
    auto planned = MakeOffers(system_, {.accounts = GetParam().accounts,
                                        .managers = kManagers,
                                        .offers = Count(),
                                        .lead = std::chrono::seconds(Size(90, 20)),
                                        .spread = 1s});
    accounts_ = std::move(planned.accounts);
    std::this_thread::sleep_until(planned.last_deadline);
    const auto all_passed_on = [&] { return std::ranges::all_of(accounts_, HasPassedOn); };
    EXPECT_TRUE(Eventually(all_passed_on, 3min));
  }

  // Whoever let an offer expire has lost the deal to the next in turn.
  static bool HasPassedOn(const std::unique_ptr<Account>& account) {
    return std::ranges::all_of(DealsOn(account->head(), kFirstStage), [](const auto& deal) {
      return deal.responsible_user_id() != 0 && deal.offer_attempt() == 2;
    });
  }

  // The delay after the deadline of each reclaim of a deal's first offer.
  std::map<std::pair<int64_t, int64_t>, std::vector<microseconds>> LatenessByDeal() {
    std::vector<Account*> accounts;
    std::ranges::transform(accounts_, std::back_inserter(accounts), [](const auto& account) { return account.get(); });
    const EventLog log = EventLog::Read(accounts);
    EXPECT_EQ(log.Irregularities(), "");
    std::map<std::pair<int64_t, int64_t>, std::vector<microseconds>> lateness;
    for (const Account* account : accounts) {
      for (const auto& event : log.Of(account->id())) {
        events::On<Deal>(event, [&](const auto& change) {
          if (change.kind != ResourceChange::KIND_RECLAIMED || change.before.offer_attempt() != 1) return;
          lateness[{account->id(), change.after.id()}].push_back(MomentOf(change.after.update_time()) -
                                                                 MomentOf(change.before.offer_deadline()));
        });
      }
    }
    return lateness;
  }

  static int Count() { return Size(5'000, 100); }

  System system_{{.more_distributions = GetParam().replicas - 1}};
  std::vector<std::unique_ptr<Account>> accounts_;
};

TEST_P(ReclaimRace, ReclaimsEveryOfferOnceAndNoneEarly) {
  LetLapse();
  const auto lateness = LatenessByDeal();
  EXPECT_EQ(lateness.size(), static_cast<size_t>(Count()));
  std::vector<microseconds> all;
  for (const auto& [deal, of_deal] : lateness) {
    EXPECT_EQ(of_deal.size(), 1) << "deal " << deal.second << " of account " << deal.first;
    EXPECT_GE(of_deal[0], 0s) << "deal " << deal.second << " of account " << deal.first;
    all.push_back(of_deal[0]);
  }
  Measured("{} offers of {} account(s) in 1 s, {} replica(s): taken back {} (p50), {} (p99) after the deadline",
           Count(), GetParam().accounts, GetParam().replicas, Readable(Percentile(all, 0.5)),
           Readable(Percentile(all, 0.99)));
}

std::string NameOfRace(const ::testing::TestParamInfo<Race>& race) {
  return fmt::format("{}Replicas{}Accounts", race.param.replicas, race.param.accounts);
}

INSTANTIATE_TEST_SUITE_P(Replicas, ReclaimRace, ::testing::Values(Race{1, 5}, Race{2, 5}, Race{3, 5}, Race{3, 1}),
                         NameOfRace);

}  // namespace
}  // namespace voronka::testing

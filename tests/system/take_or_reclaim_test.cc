#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "event_consumer/change.h"
#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/event_log.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/measured.h"
#include "tests/system/planned_offers.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "tests/system/size.h"
#include "tests/system/take_race.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::ResourceChange;
using crm::v1::TimelineEntry;
using distribution::v1::Offer;
using std::chrono::microseconds;

constexpr int kAccounts = 5;
constexpr int kManagers = 4;
constexpr int kReplicas = 2;
constexpr int kReaders = 8;

// What the event log says about a deal's first offer.
struct FirstOffer {
  int taken = 0;
  int reclaimed = 0;
  std::string taken_by_request;
  // When it was decided, measured from the deadline.
  microseconds late{0};
};

bool TakesFirstOffer(const DealChange& change) { return TookOffer(change) && change.before.offer_attempt() == 1; }

bool ReclaimsFirstOffer(const DealChange& change) {
  return change.kind == ResourceChange::KIND_RECLAIMED && change.before.offer_attempt() == 1;
}

std::map<int64_t, FirstOffer> FirstOffersIn(const std::vector<Event>& events) {
  std::map<int64_t, FirstOffer> offers;
  for (const Event& event : events) {
    events::On<Deal>(event, [&](const auto& change) {
      FirstOffer& offer = offers[change.after.id()];
      if (!TakesFirstOffer(change) && !ReclaimsFirstOffer(change)) return;
      if (TakesFirstOffer(change)) offer.taken_by_request = event.request_id();
      ++(TakesFirstOffer(change) ? offer.taken : offer.reclaimed);
      offer.late = MomentOf(change.after.update_time()) - MomentOf(change.before.offer_deadline());
    });
  }
  return offers;
}

bool IsTake(const TimelineEntry& entry) {
  return entry.kind() == TimelineEntry::KIND_OFFER_TAKEN || entry.kind() == TimelineEntry::KIND_STAGE_CHANGED;
}

bool IsReclaim(const TimelineEntry& entry) { return entry.kind() == TimelineEntry::KIND_OFFER_RECLAIMED; }

std::string NameOf(const TakeAttempt& attempt) {
  return fmt::format("deal {} of account {}", attempt.offer.deal.id(), attempt.offer.account->id());
}

void ExpectAsTold(const FirstOffer& offer, const TakeAttempt& attempt) {
  EXPECT_EQ(offer.taken + offer.reclaimed, 1) << NameOf(attempt);
  EXPECT_EQ(offer.taken == 1, attempt.taken) << NameOf(attempt);
  EXPECT_EQ(offer.taken_by_request, attempt.taken ? attempt.request_id : "") << NameOf(attempt);
}

// Clients race to take offers as they expire, against two replicas of distribution that reclaim them.
class TakeOrReclaim : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    system = std::make_unique<System>(System::Options{.replicas = kReplicas});
    auto planned = MakeOffers(*system, {.accounts = kAccounts,
                                        .managers = kManagers,
                                        .offers = Count(),
                                        .lead = std::chrono::seconds(Size(180, 30)),
                                        .spread = std::chrono::seconds(Size(100, 5))});
    accounts = std::move(planned.accounts);
    attempts = TakeAtDeadlines(std::move(planned.offers));
    settled = Eventually([] { return std::ranges::all_of(accounts, HasSettled); }, 3min);
  }

  static void TearDownTestSuite() {
    accounts.clear();
    system.reset();
  }

  // Whoever did not take the deal lost it: it was unowned for a moment, then went to the next in turn.
  static bool HasSettled(const std::unique_ptr<Account>& account) {
    const auto deals = DealsOn(account->head(), kFirstStage);
    return std::ranges::none_of(deals, [](const auto& deal) {
      return deal.responsible_user_id() == 0 || (deal.has_offer_deadline() && deal.offer_attempt() == 1);
    });
  }

  static std::vector<Account*> AllAccounts() {
    std::vector<Account*> all;
    all.reserve(accounts.size());
    for (const auto& account : accounts) all.push_back(account.get());
    return all;
  }

  static int Count() { return Size(10'000, 1'000); }

  static inline std::unique_ptr<System> system;
  static inline std::vector<std::unique_ptr<Account>> accounts;
  static inline std::vector<TakeAttempt> attempts;
  static inline bool settled = false;
};

TEST_F(TakeOrReclaim, EveryAttemptSucceedsOrReportsThatTheOfferExpired) {
  EXPECT_TRUE(settled);
  EXPECT_EQ(attempts.size(), static_cast<size_t>(Count()));
  for (const auto& attempt : attempts) {
    EXPECT_EQ(attempt.offer.deal.offer_attempt(), 1) << NameOf(attempt);
    EXPECT_EQ(attempt.refusal, attempt.taken ? "" : "OFFER_EXPIRED") << NameOf(attempt);
  }
}

TEST_F(TakeOrReclaim, ExactlyOneOfTheTwoHappensAndTheClientLearnsWhich) {
  const EventLog log = EventLog::Read(AllAccounts());
  EXPECT_EQ(log.Irregularities(), "");
  std::map<Account*, std::map<int64_t, FirstOffer>> offers;
  for (Account* account : AllAccounts()) offers[account] = FirstOffersIn(log.Of(account->id()));
  std::vector<microseconds> early;
  std::vector<microseconds> late;
  for (const auto& attempt : attempts) {
    const FirstOffer& offer = offers[attempt.offer.account][attempt.offer.deal.id()];
    ExpectAsTold(offer, attempt);
    attempt.taken ? early.push_back(-offer.late) : late.push_back(offer.late);
  }
  Measured("{} offers over {}: {} taken, {} (p50) before the deadline; {} reclaimed, {} (p50), {} (p99) after it",
           attempts.size(), Readable(attempts.back().offer.deadline() - attempts.front().offer.deadline()),
           early.size(), Readable(Percentile(early, 0.5)), late.size(), Readable(Percentile(late, 0.5)),
           Readable(Percentile(late, 0.99)));
}

TEST_F(TakeOrReclaim, TheTimelineAgrees) {
  InParallel(kReaders, [&](int reader) {
    for (size_t i = reader; i < attempts.size(); i += kReaders) {
      const auto& [account, deal] = attempts[i].offer;
      const auto timeline = TimelineOf(account->head(), deal.id());
      EXPECT_EQ(std::ranges::count_if(timeline, IsTake), attempts[i].taken ? 1 : 0) << NameOf(attempts[i]);
      EXPECT_EQ(std::ranges::count_if(timeline, IsReclaim), attempts[i].taken ? 0 : 1) << NameOf(attempts[i]);
    }
  });
}

TEST_F(TakeOrReclaim, DistributionsPlanAgrees) {
  using States = std::map<std::pair<int64_t, int64_t>, Offer::State>;
  States expected;
  for (const auto& attempt : attempts) {
    const auto& [account, deal] = attempt.offer;
    expected[{account->id(), deal.id()}] = attempt.taken ? Offer::STATE_TAKEN : Offer::STATE_MISSED;
  }
  EXPECT_TRUE(Eventually([&] {
    States planned;
    for (const auto& account : accounts) {
      for (const Offer& offer : OffersOf(account->head())) {
        if (offer.attempt() == 1) planned[{account->id(), offer.deal_id()}] = offer.state();
      }
    }
    return planned == expected;
  }));
}

}  // namespace
}  // namespace voronka::testing

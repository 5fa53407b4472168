#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/event_log.h"
#include "tests/system/measured.h"
#include "tests/system/moments.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::ResourceChange;
using distribution::v1::Decision;

constexpr int kInquiries = 1000;
constexpr int kClients = 32;
constexpr int kManagers = 7;
constexpr int kReplicas = 2;
constexpr int kReaders = 8;

// Inquiries arrive all at once, at two replicas of every service. No offer expires while the test runs.
class Fairness : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    system = std::make_unique<System>(System::Options{.replicas = kReplicas});
    account = std::make_unique<Account>(*system, kManagers, 1h);
    const Moment begin = Now();
    InParallel(kClients, SubmitShare);
    const Moment submitted = Now();
    all_offered = Eventually([] { return DealsOn(account->head(), kFirstStage, 0).empty(); }, 3min);
    took = fmt::format("{} inquiries submitted in {}, all offered {} later", kInquiries, Readable(submitted - begin),
                       Readable(Now() - submitted));
  }

  static void TearDownTestSuite() {
    account.reset();
    system.reset();
  }

  static void SubmitShare(int client) {
    const auto intake = system->Service("intake", account->id(), client % kReplicas);
    for (int inquiry = client; inquiry < kInquiries; inquiry += kClients) {
      intake->Call<crm::v1::Inquiry>(InquiryOf(inquiry), {.timeout = 60s, .repeat = true});
    }
  }

  static std::vector<Deal> Deals() { return DealsOn(account->head(), kFirstStage); }

  static void ExpectOneTurn(const Deal& deal) {
    const auto decisions = DecisionsAbout(account->head(), deal.id());
    ASSERT_EQ(decisions.size(), 1) << deal.ShortDebugString();
    EXPECT_EQ(decisions[0].kind(), Decision::KIND_TURN);
    EXPECT_EQ(decisions[0].user_id(), deal.responsible_user_id());
  }

  static inline std::unique_ptr<System> system;
  static inline std::unique_ptr<Account> account;
  static inline bool all_offered = false;
  static inline std::string took;
};

TEST_F(Fairness, EveryInquiryBecomesOneDealOnOfferToAMember) {
  Measured("{}", took);
  EXPECT_TRUE(all_offered);
  std::vector<int64_t> members;
  members.reserve(kManagers);
  for (int number = 0; number < kManagers; ++number) members.push_back(account->manager_id(number));
  const auto deals = Deals();
  EXPECT_EQ(deals.size(), kInquiries);
  for (const Deal& deal : deals) {
    EXPECT_THAT(members, ::testing::Contains(deal.responsible_user_id())) << deal.ShortDebugString();
    EXPECT_TRUE(deal.has_offer_deadline()) << deal.ShortDebugString();
  }
}

TEST_F(Fairness, NoMemberHasTwoDealsMoreThanAnother) {
  std::map<int64_t, int> counts;
  for (const Deal& deal : Deals()) ++counts[deal.responsible_user_id()];
  ASSERT_EQ(counts.size(), kManagers);
  const auto [fewest, most] = std::ranges::minmax_element(counts, {}, &std::pair<const int64_t, int>::second);
  Measured("{} to {} deals for each of {} members", fewest->second, most->second, counts.size());
  EXPECT_LE(most->second - fewest->second, 1);
}

TEST_F(Fairness, ExplainAccountsForEveryDealByOneTurn) {
  const auto deals = Deals();
  InParallel(kReaders, [&](int reader) {
    for (size_t i = reader; i < deals.size(); i += kReaders) ExpectOneTurn(deals[i]);
  });
}

TEST_F(Fairness, EveryDealWasOfferedOnce) {
  std::map<int64_t, int> offers;
  const EventLog log = EventLog::Read({account.get()});
  for (const auto& event : log.Of(account->id())) {
    if (event.change().kind() == ResourceChange::KIND_OFFERED) ++offers[event.change().resource_id()];
  }
  EXPECT_EQ(offers.size(), kInquiries);
  for (const auto& [deal_id, times] : offers) EXPECT_EQ(times, 1) << "deal " << deal_id;
  EXPECT_EQ(log.Irregularities(), "");
}

}  // namespace
}  // namespace voronka::testing

#include "distribution_service/background/deals_of_nobody.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/distribution_service/samples.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::distribution {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Untouched for so many minutes.
crm::v1::Deal Untouched(int64_t id, int64_t minutes) {
  auto deal = SampleDeal(id);
  *deal.mutable_update_time() = Instant(kNow - minutes * kMinute);
  return deal;
}

Forgotten ForgottenOf(const std::vector<crm::v1::Deal>& unowned) {
  Forgotten forgotten;
  forgotten.Count(unowned, kNow);
  return forgotten;
}

TEST(Forgotten, CountsDealsThatNobodyHasTouchedForTenMinutes) {
  const auto forgotten = ForgottenOf({Untouched(1, 9), Untouched(2, 10), Untouched(3, 30), Untouched(4, 20)});
  EXPECT_EQ(forgotten.deals, 3);
  EXPECT_EQ(forgotten.oldest_deal_id, 3);
  EXPECT_EQ(forgotten.since, kNow - 30 * kMinute);
}

TEST(Forgotten, AddsUpTheStagesOfAnAccount) {
  auto forgotten = ForgottenOf({Untouched(1, 20)});
  forgotten.Count({Untouched(2, 15)}, kNow);
  EXPECT_EQ(forgotten.deals, 2);
  EXPECT_EQ(forgotten.oldest_deal_id, 1);
}

class NobodysDeals : public ::testing::Test {
 protected:
  process::Log log_{config::v1::Log()};
  process::Metrics metrics_;
  DealsOfNobody nobodys_{log_, metrics_};
};

TEST_F(NobodysDeals, AreShownForAllAccountsTogether) {
  nobodys_.Found(1, ForgottenOf({Untouched(1, 20)}), kNow);
  nobodys_.Found(2, ForgottenOf({Untouched(1, 30), Untouched(2, 12)}), kNow);
  EXPECT_THAT(metrics_.Page(),
              AllOf(HasSubstr("voronka_deals_of_nobody 3"), HasSubstr("voronka_accounts_with_deals_of_nobody 2"),
                    HasSubstr("voronka_oldest_deal_of_nobody_seconds 1800")));
}

TEST_F(NobodysDeals, AreForgottenOnceTheyHaveAnOwner) {
  nobodys_.Found(1, ForgottenOf({Untouched(1, 20)}), kNow);
  nobodys_.Found(1, {}, kNow);
  EXPECT_THAT(metrics_.Page(),
              AllOf(HasSubstr("voronka_deals_of_nobody 0"), HasSubstr("voronka_oldest_deal_of_nobody_seconds 0")));
}

TEST_F(NobodysDeals, AreForgottenWithTheLastQueueOfTheAccount) {
  nobodys_.Found(1, ForgottenOf({Untouched(1, 20)}), kNow);
  nobodys_.Found(2, ForgottenOf({Untouched(1, 20)}), kNow);
  nobodys_.KeepOnly({2}, kNow);
  EXPECT_THAT(metrics_.Page(), HasSubstr("voronka_deals_of_nobody 1"));
}

}  // namespace
}  // namespace voronka::distribution

#include "distribution_service/background/plan_retention.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/world.h"

namespace voronka::distribution {
namespace {

using crm::v1::ResourceChange;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int64_t kDay = 24 * 60 * kMinute;
constexpr int64_t kYear = 365 * kDay;

class OldPlans : public ::testing::Test {
 protected:
  OldPlans() { world_.Insert(SampleQueue()); }

  void Plan(int64_t deal_id) { world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal(deal_id))); }
  void Take(int64_t deal_id) {
    auto taken = OwnedDeal(1, 3);
    taken.set_id(deal_id);
    world_.Follow(Change(ResourceChange::KIND_REASSIGNED, taken));
  }
  void Forget(int64_t in) {
    PlanRetention retention(world_.work);
    while (retention.ForgetPortion(world_.db, world_.clock.NowMicros() + in)) continue;
  }

  World world_;
};

TEST_F(OldPlans, AreKeptForAYear) {
  Plan(7);
  Take(7);
  Forget(kYear - kDay);
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
  Forget(kYear + kDay);
  EXPECT_THAT(world_.OffersOf(7), IsEmpty());
  EXPECT_THAT(world_.JournalOf(7), IsEmpty());
}

TEST_F(OldPlans, AreKeptWhileAnOfferIsOpen) {
  Plan(7);
  Forget(kYear + kDay);
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(OldPlans, AreForgottenHoweverMany) {
  for (int64_t deal_id = 1; deal_id <= 600; ++deal_id) Plan(deal_id), Take(deal_id);
  Forget(kYear + kDay);
  EXPECT_THAT(world_.OffersOf(1), IsEmpty());
  EXPECT_THAT(world_.OffersOf(600), IsEmpty());
}

}  // namespace
}  // namespace voronka::distribution

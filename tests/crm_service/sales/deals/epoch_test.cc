#include "crm_service/sales/deals/epoch.h"

#include <gtest/gtest.h>

#include "foundation/rpc/requests/error.h"
#include "tests/crm_service/requests.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;

constexpr int64_t kEpoch = 7;

Deal DealOnOffer() {
  Deal deal;
  deal.set_pipeline("sales");
  deal.set_stage("new");
  deal.set_responsible_user_id(2);
  *deal.mutable_offer_deadline() = Instant(1'000);
  deal.set_epoch(kEpoch);
  return deal;
}

template <class Change>
int64_t EpochAfter(Change change) {
  auto after = DealOnOffer();
  change(after);
  return crm::NextEpoch(DealOnOffer(), after);
}

TEST(Epoch, ChangesWithStageOwnerAndOffer) {
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.set_pipeline("repeat"); }), kEpoch + 1);
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.set_stage("talks"); }), kEpoch + 1);
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.set_responsible_user_id(3); }), kEpoch + 1);
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.clear_offer_deadline(); }), kEpoch + 1);
  EXPECT_EQ(EpochAfter([](Deal& deal) { *deal.mutable_offer_deadline() = Instant(1'001); }), kEpoch + 1);
}

TEST(Epoch, StaysTheSameWithEveryOtherField) {
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.set_name("Столы"); }), kEpoch);
  EXPECT_EQ(EpochAfter([](Deal& deal) { deal.set_contact_id(5); }), kEpoch);
}

TEST(Epoch, IsCheckedIfTheCallerGivesOne) {
  EXPECT_NO_THROW(crm::CheckEpoch(kEpoch, DealOnOffer()));
  EXPECT_NO_THROW(crm::CheckEpoch(0, DealOnOffer()));
  EXPECT_THROW(crm::CheckEpoch(kEpoch - 1, DealOnOffer()), rpc::Error);
}

TEST(Epoch, IsStaleIfTheUpdateFoundNoRow) {
  EXPECT_NO_THROW(crm::CheckEpochMatched(1));
  EXPECT_THROW(crm::CheckEpochMatched(0), rpc::Error);
}

}  // namespace
}  // namespace voronka::testing

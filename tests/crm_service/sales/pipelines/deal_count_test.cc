#include "crm_service/sales/pipelines/deal_count.h"

#include <gtest/gtest.h>

namespace voronka::testing {
namespace {

TEST(DealCount, SaysThatAllAreInOneState) {
  EXPECT_EQ(crm::DealCount(0, 3).en, "3 deals, all closed");
  EXPECT_EQ(crm::DealCount(0, 3).ru, "3 сделки, все закрыты");
  EXPECT_EQ(crm::DealCount(5, 0).en, "5 deals, all open");
  EXPECT_EQ(crm::DealCount(5, 0).ru, "5 сделок, все открыты");
}

TEST(DealCount, CountsBothStates) {
  EXPECT_EQ(crm::DealCount(2, 1).en, "3 deals: 2 open and 1 closed");
  EXPECT_EQ(crm::DealCount(2, 1).ru, "3 сделки: 2 открытые и 1 закрытая");
  EXPECT_EQ(crm::DealCount(12, 21).ru, "33 сделки: 12 открытых и 21 закрытая");
}

TEST(DealCount, SpeaksOfASingleDeal) {
  EXPECT_EQ(crm::DealCount(1, 0).en, "1 deal, open");
  EXPECT_EQ(crm::DealCount(0, 1).ru, "1 сделка, закрытая");
}

}  // namespace
}  // namespace voronka::testing

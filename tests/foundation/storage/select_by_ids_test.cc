#include "foundation/storage/select_by_ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace voronka::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(InPortions, ContainEachIdOnceAndNoZero) {
  const auto portions = InPortions({7, 0, 3, 7, 0});
  ASSERT_EQ(portions.size(), 1U);
  EXPECT_EQ(portions[0].placeholders, "?, ?");
  EXPECT_THAT(portions[0].ids, ElementsAre(Value(3), Value(7)));
}

TEST(InPortions, ArePaddedToAPowerOfTwoWithTheLastId) {
  const auto portions = InPortions({1, 2, 3});
  ASSERT_EQ(portions.size(), 1U);
  EXPECT_EQ(portions[0].placeholders, "?, ?, ?, ?");
  EXPECT_THAT(portions[0].ids, ElementsAre(Value(1), Value(2), Value(3), Value(3)));
}

TEST(InPortions, AreEmptyForNoIds) { EXPECT_THAT(InPortions({0}), IsEmpty()); }

TEST(InPortions, TogetherContainEveryIdOfALongList) {
  std::vector<int64_t> ids(600);
  std::iota(ids.begin(), ids.end(), 1);
  const auto portions = InPortions(ids);
  ASSERT_EQ(portions.size(), 3U);
  EXPECT_EQ(portions[0].ids.size(), 256U);
  EXPECT_EQ(portions[1].ids.front(), Value(257));
  EXPECT_EQ(portions[2].ids.size(), 128U);
  EXPECT_EQ(portions[2].ids.back(), Value(600));
}

}  // namespace
}  // namespace voronka::storage

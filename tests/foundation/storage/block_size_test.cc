#include "foundation/storage/block_size.h"

#include <gtest/gtest.h>

namespace voronka::storage {
namespace {

using std::chrono::milliseconds;

const BlockSize::TimePoint kStart = BlockSize::TimePoint() + std::chrono::hours(1);

// Takes single ids at an even pace and returns the size of the last block.
int LastSize(BlockSize& size, BlockSize::TimePoint from, milliseconds pace, milliseconds length) {
  int last = 0;
  int left = 0;
  for (auto now = from; now < from + length; now += pace) {
    if (left == 0) left = last = size.Next(now);
    --left;
  }
  return last;
}

TEST(BlockSizes, StayAtOneWhileIdsAreTakenSlowly) {
  BlockSize size;
  EXPECT_EQ(LastSize(size, kStart, milliseconds(100), milliseconds(10'000)), 1);
}

TEST(BlockSizes, StayAtOneInAShortBurst) {
  BlockSize size;
  EXPECT_EQ(LastSize(size, kStart, milliseconds(1), milliseconds(10)), 1);
}

TEST(BlockSizes, GrowToAHundredWhileIdsAreTakenFast) {
  BlockSize size;
  EXPECT_EQ(LastSize(size, kStart, milliseconds(1), milliseconds(3'000)), 100);
}

TEST(BlockSizes, ReturnToOneAfterTheRush) {
  BlockSize size;
  LastSize(size, kStart, milliseconds(1), milliseconds(3'000));
  EXPECT_EQ(LastSize(size, kStart + milliseconds(63'000), milliseconds(200), milliseconds(3'000)), 1);
}

}  // namespace
}  // namespace voronka::storage

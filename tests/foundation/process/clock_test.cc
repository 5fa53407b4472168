#include "foundation/process/clock.h"

#include <gtest/gtest.h>

#include <ctime>

#include "foundation/process/manual_clock.h"

namespace voronka::process {
namespace {

TEST(Clocks, ReturnMicrosecondsSince1970) {
  const int64_t before = std::time(nullptr);
  const int64_t now = SystemClock().NowMicros();
  EXPECT_GE(now, before * 1'000'000);
  EXPECT_LT(now, (before + 60) * 1'000'000);
}

TEST(Clocks, AreCorrectedByTheirOffset) {
  const ManualClock base(1'000);
  OffsetClock corrected(base);
  EXPECT_EQ(corrected.NowMicros(), 1'000);
  corrected.SetOffset(-300);
  EXPECT_EQ(corrected.NowMicros(), 700);
}

TEST(Clocks, CanBeMovedByHand) {
  ManualClock clock(1'000);
  clock.Advance(5);
  EXPECT_EQ(clock.NowMicros(), 1'005);
  clock.Set(3);
  EXPECT_EQ(clock.NowMicros(), 3);
}

}  // namespace
}  // namespace voronka::process

#include "foundation/calendar/day.h"

#include <gtest/gtest.h>

namespace voronka::calendar {
namespace {

constexpr int64_t kHour = 3'600'000'000;
// 2026-03-08 00:00 UTC, when clocks are set forward in New York.
constexpr int64_t kMidnight = 1'772'928'000'000'000;

TEST(Day, EndsAtMidnight) {
  EXPECT_EQ(EndOfDay(kMidnight, ZoneNamed("UTC")), kMidnight + 24 * kHour);
  EXPECT_EQ(EndOfDay(kMidnight - 1, ZoneNamed("UTC")), kMidnight);
}

TEST(Day, EndsEarlierInTheEast) {
  EXPECT_EQ(EndOfDay(kMidnight + 12 * kHour, ZoneNamed("Europe/Moscow")), kMidnight + 21 * kHour);
}

TEST(Day, IsShorterWhenClocksAreSetForward) {
  const auto new_york = ZoneNamed("America/New_York");
  const int64_t begin = kMidnight + 5 * kHour;
  EXPECT_EQ(EndOfDay(begin - 1, new_york), begin);
  EXPECT_EQ(EndOfDay(begin, new_york), begin + 23 * kHour);
}

TEST(Day, UsesUtcForAnUnknownZone) {
  EXPECT_EQ(EndOfDay(kMidnight, ZoneNamed("Middle/Earth")), kMidnight + 24 * kHour);
}

}  // namespace
}  // namespace voronka::calendar

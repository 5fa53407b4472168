#include "foundation/process/clock_offset.h"

#include <gtest/gtest.h>

#include <vector>

#include "foundation/process/manual_clock.h"

namespace voronka::process {
namespace {

constexpr int64_t kMillisecond = 1'000;
constexpr int64_t kHour = 3'600'000'000;

// A clock that is an hour ahead. Its answers take this long: half of it there, half back.
std::optional<int64_t> OffsetWhenAnswersTake(const std::vector<int64_t>& round_trips) {
  ManualClock clock(0);
  size_t next = 0;
  return OffsetTo(clock, [&] {
    const int64_t half = round_trips.at(next++) / 2;
    clock.Advance(half);
    const int64_t there = clock.NowMicros() + kHour;
    clock.Advance(half);
    return there;
  });
}

TEST(ClockOffset, CompensatesForLatency) {
  EXPECT_EQ(OffsetWhenAnswersTake({20 * kMillisecond, 20 * kMillisecond, 20 * kMillisecond}), kHour);
}

TEST(ClockOffset, UsesTheFastestAnswer) {
  // The process was stopped after the answer had arrived, so half of the round trip would be 5 s off.
  ManualClock clock(0);
  int answers = 0;
  const auto offset = OffsetTo(clock, [&] {
    const int64_t there = clock.NowMicros() + kHour;
    if (++answers == 2) clock.Advance(10'000 * kMillisecond);
    return there;
  });
  EXPECT_EQ(offset, kHour);
}

TEST(ClockOffset, IgnoresAnswersThatTakeTooLong) {
  EXPECT_EQ(OffsetWhenAnswersTake({1'000 * kMillisecond, 900 * kMillisecond, 800 * kMillisecond}), std::nullopt);
}

}  // namespace
}  // namespace voronka::process

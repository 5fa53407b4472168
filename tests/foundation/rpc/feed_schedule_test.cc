#include "foundation/rpc/streams/feed_schedule.h"

#include <gtest/gtest.h>

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;

struct FixedRandom : process::Random {
  explicit FixedRandom(std::byte each) : value(each) {}
  void Fill(std::span<std::byte> bytes) override { std::fill(bytes.begin(), bytes.end(), value); }
  const std::byte value;
};

class FeedSchedules : public ::testing::Test {
 protected:
  FixedRandom lowest_{std::byte{0x00}};
  FixedRandom highest_{std::byte{0xFF}};
  const FeedSchedule::Instant begin_ = std::chrono::steady_clock::now();
  FeedSchedule schedule_{lowest_};
};

TEST_F(FeedSchedules, SendABookmarkAfterTwentySecondsWithoutAWrite) {
  EXPECT_FALSE(schedule_.BookmarkIsDue(begin_ + 19s));
  EXPECT_TRUE(schedule_.BookmarkIsDue(begin_ + 21s));
  schedule_.WriteBegins(begin_ + 21s);
  schedule_.WriteEnded();
  EXPECT_FALSE(schedule_.BookmarkIsDue(begin_ + 40s));
  EXPECT_TRUE(schedule_.BookmarkIsDue(begin_ + 41s));
}

TEST_F(FeedSchedules, DisconnectAReaderThatReadsNothingForTenSeconds) {
  schedule_.WriteBegins(begin_);
  EXPECT_FALSE(schedule_.WriteIsStuck(begin_ + 9s));
  EXPECT_TRUE(schedule_.WriteIsStuck(begin_ + 10s));
}

TEST_F(FeedSchedules, DisconnectNobodyWhileNothingIsWritten) {
  EXPECT_FALSE(schedule_.WriteIsStuck(begin_ + 1h));
  schedule_.WriteBegins(begin_);
  schedule_.WriteEnded();
  EXPECT_FALSE(schedule_.Writing());
  EXPECT_FALSE(schedule_.WriteIsStuck(begin_ + 1h));
}

TEST_F(FeedSchedules, EndBetweenFifteenAndTwentyFiveMinutes) {
  EXPECT_FALSE(schedule_.HasLivedLongEnough(begin_ + 14min));
  EXPECT_TRUE(schedule_.HasLivedLongEnough(begin_ + 15min + 1s));
  const FeedSchedule longest(highest_);
  EXPECT_FALSE(longest.HasLivedLongEnough(begin_ + 24min));
  EXPECT_TRUE(longest.HasLivedLongEnough(begin_ + 25min + 1s));
}

}  // namespace
}  // namespace voronka::rpc

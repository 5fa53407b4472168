#include "foundation/storage/patience.h"

#include <gtest/gtest.h>

namespace voronka::storage {
namespace {

using namespace std::chrono_literals;

constexpr Patience::Time kBegin{1h};

class BurstThatBegins : public ::testing::Test {
 protected:
  BurstThatBegins() { patience_.NobodyWaits(kBegin); }

  Patience patience_;
};

TEST_F(BurstThatBegins, MayWaitLong) { EXPECT_FALSE(patience_.IsOver(kBegin, kBegin + Patience::kInBurst)); }

TEST_F(BurstThatBegins, IsNotWaitedOutForever) {
  EXPECT_TRUE(patience_.IsOver(kBegin, kBegin + Patience::kInBurst + 1us));
}

TEST_F(BurstThatBegins, BecomesAStandingQueueIfItDoesNotEnd) {
  const auto now = kBegin + Patience::kInBurst + 1us;
  EXPECT_FALSE(patience_.IsOver(now - Patience::kInStandingQueue, now));
  EXPECT_TRUE(patience_.IsOver(now - Patience::kInStandingQueue - 1us, now));
}

TEST_F(BurstThatBegins, IsANewOneIfNobodyWaitedInBetween) {
  const auto later = kBegin + 1min;
  patience_.NobodyWaits(later);
  EXPECT_FALSE(patience_.IsOver(later, later + Patience::kInBurst));
}

TEST_F(BurstThatBegins, IsTheOldOneIfEveryoneWasRefusedInBetween) {
  const auto sent_away = kBegin + Patience::kInBurst + 1us;
  ASSERT_TRUE(patience_.IsOver(kBegin, sent_away));
  patience_.NobodyWaits(sent_away);
  EXPECT_TRUE(patience_.IsOver(sent_away, sent_away + Patience::kInStandingQueue + 1us));
}

TEST_F(BurstThatBegins, MayWaitLongAgainAfterRecovery) {
  const auto sent_away = kBegin + Patience::kInBurst + 1us;
  ASSERT_TRUE(patience_.IsOver(kBegin, sent_away));
  const auto later = sent_away + Patience::kInBurst + 1us;
  patience_.NobodyWaits(later);
  EXPECT_FALSE(patience_.IsOver(later, later + Patience::kInBurst));
}

}  // namespace
}  // namespace voronka::storage

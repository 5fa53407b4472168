#include "gateway/limits/rate_limit.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

const RateLimit::Clock::time_point kNoon{100h};

TEST(RateLimit, AllowsABurstAndThenOneAtATime) {
  RateLimit limit(3, 10s, 10);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.Take("a", kNoon), std::nullopt);
  EXPECT_EQ(limit.Take("a", kNoon), 10s);
  EXPECT_EQ(limit.Take("a", kNoon + 4s), 6s);
  EXPECT_EQ(limit.Take("a", kNoon + 10s), std::nullopt);
  EXPECT_NE(limit.Take("a", kNoon + 10s), std::nullopt);
}

TEST(RateLimit, CountsEachKeySeparately) {
  RateLimit limit(1, 10s, 10);
  EXPECT_EQ(limit.Take("a", kNoon), std::nullopt);
  EXPECT_EQ(limit.Take("b", kNoon), std::nullopt);
  EXPECT_NE(limit.Take("a", kNoon), std::nullopt);
}

TEST(RateLimit, AllowsAgainWhatIsReturned) {
  RateLimit limit(1, 10s, 10);
  limit.Take("a", kNoon);
  limit.GiveBack("a");
  limit.GiveBack("whom it does not know");
  EXPECT_EQ(limit.Take("a", kNoon), std::nullopt);
  EXPECT_NE(limit.Take("a", kNoon), std::nullopt);
}

TEST(RateLimit, ForgetsTheLeastRecentKeyWhenThereAreTooMany) {
  RateLimit limit(1, 10s, 2);
  limit.Take("first", kNoon);
  limit.Take("second", kNoon + 1s);
  limit.Take("third", kNoon + 2s);
  EXPECT_NE(limit.Take("third", kNoon + 2s), std::nullopt);
  EXPECT_EQ(limit.Take("first", kNoon + 2s), std::nullopt);
}

}  // namespace
}  // namespace voronka::gateway

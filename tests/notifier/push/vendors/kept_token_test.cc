#include "notifier/push/vendors/kept_token.h"

#include <gtest/gtest.h>

namespace voronka::notifier {
namespace {

using namespace std::chrono_literals;

class KeptTokens : public ::testing::Test {
 protected:
  std::string At(std::chrono::microseconds now) {
    return kept_.Get(key_, now.count(), 50min, [this] { return std::to_string(++made_); });
  }

  std::shared_ptr<const int> key_ = std::make_shared<const int>();
  KeptToken kept_;
  int made_ = 0;
};

TEST_F(KeptTokens, AreUsedAgainUntilTheyAreOld) {
  EXPECT_EQ(At(1h), "1");
  EXPECT_EQ(At(1h + 49min), "1");
  EXPECT_EQ(At(1h + 50min), "2");
}

TEST_F(KeptTokens, EndWithTheirKey) {
  EXPECT_EQ(At(1h), "1");
  key_ = std::make_shared<const int>();
  EXPECT_EQ(At(1h), "2");
}

TEST_F(KeptTokens, EndWhenTheClockIsSetBack) {
  EXPECT_EQ(At(25h), "1");
  EXPECT_EQ(At(1h), "2");
}

TEST_F(KeptTokens, AreDroppedByName) {
  At(1h);
  kept_.Drop("another");
  EXPECT_EQ(At(1h), "1");
  kept_.Drop("1");
  EXPECT_EQ(At(1h), "2");
}

}  // namespace
}  // namespace voronka::notifier

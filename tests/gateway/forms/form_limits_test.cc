#include "gateway/forms/form_limits.h"

#include <gtest/gtest.h>

#include "gateway/forms/known_senders.h"

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

constexpr char kVisitor[] = "198.51.100.1";
constexpr char kBuilder[] = "203.0.113.7";

int AdmittedFrom(FormLimits& limits, const char* address, int sent) {
  int admitted = 0;
  for (int i = 0; i < sent; ++i) admitted += limits.TakeFromAddress("key", address) ? 0 : 1;
  return admitted;
}

TEST(FormLimits, LimitAnAddressThatIsNotOfASiteBuilder) {
  FormLimits limits(process::Networks({"203.0.113.0/24"}, "form_senders"));
  EXPECT_EQ(AdmittedFrom(limits, kVisitor, 100), 30);
  EXPECT_EQ(AdmittedFrom(limits, kBuilder, 100), 100);
  EXPECT_FALSE(limits.TakeFromAddress("another key", kVisitor));
}

TEST(FormLimits, LimitAFormInAll) {
  FormLimits limits({});
  for (int i = 0; i < 600; ++i) EXPECT_FALSE(limits.TakeInAll("key")) << i;
  EXPECT_TRUE(limits.TakeInAll("key"));
  EXPECT_FALSE(limits.TakeInAll("another key"));
}

TEST(FormLimits, NameTheOptionThatIsWrong) {
  try {
    const process::Networks wrong({"tilda"}, "form_senders");
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, 20), "form_senders: \"tilda");
  }
}

TEST(KnownSenders, AreRememberedForAMinute) {
  const KnownSenders::Clock::time_point noon{100h};
  KnownSenders senders;
  EXPECT_EQ(senders.AreServers("key", noon), std::nullopt);
  senders.Remember("key", true, noon);
  senders.Remember("another key", false, noon);
  EXPECT_EQ(senders.AreServers("key", noon + 59s), true);
  EXPECT_EQ(senders.AreServers("another key", noon), false);
  EXPECT_EQ(senders.AreServers("key", noon + 60s), std::nullopt);
}

}  // namespace
}  // namespace voronka::gateway

#include "gateway/dialects/timeouts.h"

#include <gmock/gmock.h>

#include "gateway/dialects/refusals.h"

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

TEST(Timeouts, InGrpcHaveAUnit) {
  EXPECT_EQ(GrpcTimeout("10S"), 10s);
  EXPECT_EQ(GrpcTimeout("250m"), 250ms);
  EXPECT_EQ(GrpcTimeout("2H"), 2h);
  EXPECT_EQ(GrpcTimeout("99999999n"), 99ms);
}

TEST(Timeouts, InConnectAreMilliseconds) { EXPECT_EQ(ConnectTimeout("1500"), 1500ms); }

TEST(Timeouts, AreCappedAtAYear) {
  EXPECT_EQ(GrpcTimeout("99999999H"), std::chrono::days(365));
  EXPECT_EQ(ConnectTimeout("9999999999"), 9'999'999'999ms);
}

TEST(Timeouts, AreOptional) {
  EXPECT_EQ(GrpcTimeout(""), std::nullopt);
  EXPECT_EQ(ConnectTimeout(""), std::nullopt);
}

TEST(Timeouts, AreRefusedIfNotANumber) {
  for (const auto* text : {"S", "10", "-1S", "1.5S", "123456789S", "1x"})
    EXPECT_THROW(GrpcTimeout(text), Refused) << text;
  for (const auto* text : {"-1", "1s", "12345678901", " 1"}) EXPECT_THROW(ConnectTimeout(text), Refused) << text;
}

}  // namespace
}  // namespace voronka::gateway

#include "crm_service/fields/numbers/decimal.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(Decimals, AreComparedAsNumbers) {
  EXPECT_TRUE(IsLess("9", "10"));
  EXPECT_TRUE(IsLess("-10", "-9.5"));
  EXPECT_TRUE(IsLess("0.000001", "0.00001"));
  EXPECT_TRUE(IsLess("-0.5", "0"));
  EXPECT_FALSE(IsLess("1.50", "1.5"));
  EXPECT_TRUE(IsLess("999999999999999.999998", "999999999999999.999999"));
}

TEST(Decimals, LoseWhatSaysNothing) {
  EXPECT_EQ(Shortest("-00.50"), "-0.5");
  EXPECT_EQ(Shortest("100"), "100");
  EXPECT_EQ(Shortest("100.00"), "100");
  EXPECT_EQ(Shortest("-0.0"), "0");
  EXPECT_EQ(Shortest("000"), "0");
  EXPECT_EQ(Shortest("0012.3"), "12.3");
}

}  // namespace
}  // namespace voronka::crm

#include "gateway/files/conditions.h"

#include <gtest/gtest.h>

namespace voronka::gateway {
namespace {

TEST(TakesEncoding, IsTrueOnlyForNamedEncodings) {
  EXPECT_TRUE(TakesEncoding("br", "br"));
  EXPECT_TRUE(TakesEncoding("gzip, deflate, br", "br"));
  EXPECT_TRUE(TakesEncoding("gzip ;q=0.5,br; q=0.001", "br"));
  EXPECT_FALSE(TakesEncoding("", "br"));
  EXPECT_FALSE(TakesEncoding("brotli, xbr", "br"));
}

TEST(TakesEncoding, IsFalseForARefusedEncoding) {
  for (const char* header : {"br;q=0", "gzip, br; q=0", "br;q=0.000", "br ; q=0."}) {
    EXPECT_FALSE(TakesEncoding(header, "br")) << header;
  }
}

TEST(NamesTag, FindsItInAList) {
  EXPECT_TRUE(NamesTag("\"a\"", "\"a\""));
  EXPECT_TRUE(NamesTag("\"b\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(NamesTag("*", "\"a\""));
  EXPECT_FALSE(NamesTag("", "\"a\""));
  EXPECT_FALSE(NamesTag("\"ab\", a", "\"a\""));
}

}  // namespace
}  // namespace voronka::gateway

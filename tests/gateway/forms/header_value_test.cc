#include "gateway/forms/header_value.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(HeaderValue, HasParametersWithAndWithoutQuotes) {
  const auto header = ParseHeaderValue("Form-Data; Name=\"имя поля\"; size=12");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->value, "form-data");
  EXPECT_THAT(header->parameters, ElementsAre(Pair("name", "имя поля"), Pair("size", "12")));
}

TEST(HeaderValue, MayStandAlone) { EXPECT_EQ(ParseHeaderValue(" text/plain ")->value, "text/plain"); }

TEST(HeaderValue, TakesBoundariesAsBrowsersAndMailersWriteThem) {
  EXPECT_EQ(ParseHeaderValue("multipart/form-data; boundary=----WebKitFormBoundaryA1")->parameters.at("boundary"),
            "----WebKitFormBoundaryA1");
  EXPECT_EQ(ParseHeaderValue("multipart/form-data;boundary=----=_Part_0;")->parameters.at("boundary"), "----=_Part_0");
}

TEST(HeaderValue, UnescapesAQuoteAndLeavesAPathAsItIs) {
  EXPECT_EQ(ParseHeaderValue(R"(a; b="say \"x\"")")->parameters.at("b"), R"(say "x")");
  EXPECT_EQ(ParseHeaderValue(R"(a; b="C:\temp\x.txt")")->parameters.at("b"), R"(C:\temp\x.txt)");
}

TEST(HeaderValue, IsNothingWhereItIsNotOfTheForm) {
  for (const char* wrong : {"", ";", "a; b", "a; =b", "a; b=\"c", "a; b=c d", "a b", "a; b=c; b=d", "a; b=\"c\"d"}) {
    EXPECT_FALSE(ParseHeaderValue(wrong)) << wrong;
  }
  EXPECT_FALSE(ParseHeaderValue("a; b=\"c\nd\""));
}

}  // namespace
}  // namespace voronka::gateway

#include "gateway/forms/header_value.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(HeaderValue, HasParametersWithAndWithoutQuotes) {
  const auto header = ParseHeaderValue("Form-Data; Name=\"имя поля\"; size=12");
  EXPECT_EQ(header.value, "form-data");
  EXPECT_THAT(header.parameters, ElementsAre(Pair("name", "имя поля"), Pair("size", "12")));
  EXPECT_EQ(header.Parameter("size"), "12");
  EXPECT_EQ(header.Parameter("none"), "");
}

TEST(HeaderValue, MayHaveNoParameters) { EXPECT_EQ(ParseHeaderValue(" text/plain ").value, "text/plain"); }

TEST(HeaderValue, AcceptsTheBoundariesOfBrowsersAndMailers) {
  EXPECT_EQ(ParseHeaderValue("multipart/form-data; boundary=----WebKitFormBoundaryA1").Parameter("boundary"),
            "----WebKitFormBoundaryA1");
  EXPECT_EQ(ParseHeaderValue("multipart/form-data;boundary=----=_Part_0;").Parameter("boundary"), "----=_Part_0");
  EXPECT_EQ(ParseHeaderValue("multipart/form-data boundary=\"x y\"").Parameter("boundary"), "x y");
}

TEST(HeaderValue, UnescapesAQuoteButKeepsAPath) {
  EXPECT_EQ(ParseHeaderValue(R"(a; b="say \"x\"")").Parameter("b"), R"(say "x")");
  EXPECT_EQ(ParseHeaderValue(R"(a; b="C:\temp\x.txt")").Parameter("b"), R"(C:\temp\x.txt)");
}

TEST(HeaderValue, KeepsTheReadablePartOfAMalformedOne) {
  EXPECT_EQ(ParseHeaderValue(R"(form-data; filename="план "А".pdf"; name="f")").parameters,
            (std::map<std::string, std::string>{{"filename", R"(план "А".pdf)"}, {"name", "f"}}));
  EXPECT_THAT(ParseHeaderValue("a; name=ваше имя ; b").parameters, ElementsAre(Pair("name", "ваше имя")));
  EXPECT_THAT(ParseHeaderValue("a; charset=utf-8; charset=koi8-r").parameters, ElementsAre(Pair("charset", "utf-8")));
  EXPECT_THAT(ParseHeaderValue("a; b=\"c").parameters, ElementsAre(Pair("b", "c")));
  EXPECT_THAT(ParseHeaderValue("a; name=\"x\ty\"").parameters, ElementsAre(Pair("name", "x\ty")));
  EXPECT_EQ(ParseHeaderValue("application/json, application/json").value, "application/json");
  for (const char* nothing : {"", ";", " ; =b"}) {
    EXPECT_EQ(ParseHeaderValue(nothing).value, "") << nothing;
    EXPECT_THAT(ParseHeaderValue(nothing).parameters, IsEmpty()) << nothing;
  }
}

}  // namespace
}  // namespace voronka::gateway

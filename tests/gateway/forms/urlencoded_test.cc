#include "gateway/forms/urlencoded.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Urlencoded, KeepsTheFieldsInOrder) {
  EXPECT_THAT(ParseUrlencoded("b=2&a=1&b=3").all(),
              ElementsAre(IsField("b", "2"), IsField("a", "1"), IsField("b", "3")));
}

TEST(Urlencoded, DecodesPlusSignsAndPercentEscapes) {
  EXPECT_THAT(ParseUrlencoded("%D0%B8+%D0%BC=a+b%2Bc%26").all(), ElementsAre(IsField("и м", "a b+c&")));
}

TEST(Urlencoded, KeepsInvalidEscapes) {
  EXPECT_THAT(ParseUrlencoded("a=100%&b=%zz&c=%4").all(),
              ElementsAre(IsField("a", "100%"), IsField("b", "%zz"), IsField("c", "%4")));
}

TEST(Urlencoded, NeedsNoValueAndNoName) {
  EXPECT_THAT(ParseUrlencoded("&a&=b&&").all(), ElementsAre(IsField("a", ""), IsField("", "b")));
  EXPECT_THAT(ParseUrlencoded("").all(), IsEmpty());
}

TEST(Urlencoded, DecodesTheEscapesOfOldScripts) {
  EXPECT_THAT(ParseUrlencoded("%u0438%u043C=%u0418%u0432%20a+b&b=%uD83D%uDE00%u&c=%25u0418&d=%uD83D").all(),
              ElementsAre(IsField("им", "Ив a b"), IsField("b", "😀%u"), IsField("c", "%u0418"), IsField("d", "�")));
  EXPECT_THAT(ParseUrlencoded("a=%u00252B%u002B").all(), ElementsAre(IsField("a", "%2B+")));
}

TEST(Urlencoded, JoinsFieldsBeyondTheLimit) {
  std::string body;
  for (size_t i = 0; i < FormFields::kMost; ++i) body += "a=1&";
  const auto fields = ParseUrlencoded(body + "b=2&c=&phone=3").all();
  ASSERT_EQ(fields.size(), FormFields::kMost + 1);
  EXPECT_THAT(fields.back(), IsField(kMoreName, "b: 2\nphone: 3\n"));
}

TEST(Urlencoded, TruncatesAFloodOfFields) {
  std::string body;
  for (int i = 0; i < 10'000; ++i) body += "name=value&";
  EXPECT_LT(ParseUrlencoded(body).all().back().value.size(), 66'000U);
}

}  // namespace
}  // namespace voronka::gateway

#include "gateway/forms/urlencoded.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Urlencoded, HoldsTheFieldsInTheirOrder) {
  EXPECT_THAT(ParseUrlencoded("b=2&a=1&b=3").all(),
              ElementsAre(IsField("b", "2"), IsField("a", "1"), IsField("b", "3")));
}

TEST(Urlencoded, WritesBlanksAndBytesInItsOwnWay) {
  EXPECT_THAT(ParseUrlencoded("%D0%B8+%D0%BC=a+b%2Bc%26").all(), ElementsAre(IsField("и м", "a b+c&")));
}

TEST(Urlencoded, LeavesWhatIsNoEscape) {
  EXPECT_THAT(ParseUrlencoded("a=100%&b=%zz&c=%4").all(),
              ElementsAre(IsField("a", "100%"), IsField("b", "%zz"), IsField("c", "%4")));
}

TEST(Urlencoded, NeedsNoValueAndNoName) {
  EXPECT_THAT(ParseUrlencoded("&a&=b&&").all(), ElementsAre(IsField("a", ""), IsField("", "b")));
  EXPECT_THAT(ParseUrlencoded("").all(), IsEmpty());
}

TEST(Urlencoded, OfMoreFieldsThanAnyFormHasIsRefused) {
  std::string body;
  for (size_t i = 0; i <= FormFields::kMost; ++i) body += "a=1&";
  EXPECT_EQ(RefusalOf([&] { ParseUrlencoded(body); }), "TOO_MANY_FIELDS");
}

}  // namespace
}  // namespace voronka::gateway

#include "gateway/forms/text_encoding.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

constexpr char kIvanIn1251[] = "\xC8\xE2\xE0\xED";
constexpr char kIvanInKoi8[] = "\xE9\xD7\xC1\xCE";

TEST(TextEncoding, IsTheOneThatIsNamed) {
  EXPECT_EQ(TextOf(kIvanIn1251, "windows-1251"), "Иван");
  EXPECT_EQ(TextOf(kIvanIn1251, "Windows-1251"), "Иван");
  EXPECT_EQ(TextOf(kIvanInKoi8, "KOI8-R"), "Иван");
  EXPECT_EQ(TextOf("Иван", "UTF-8"), "Иван");
}

TEST(TextEncoding, OfAPageThatNamesNoneIsGuessed) {
  EXPECT_EQ(TextOf(kIvanIn1251, ""), "Иван");
  EXPECT_EQ(TextOf("Иван", ""), "Иван");
}

TEST(TextEncoding, OfTextWithABrokenPlaceIsStillUtf8) {
  EXPECT_EQ(TextOf("Иван\xD0", ""), "Иван\xEF\xBF\xBD");
  EXPECT_EQ(TextOf(kIvanIn1251, "utf-8").substr(0, 3), kNoText);
}

TEST(TextEncoding, ThatNobodyWritesPagesInIsTakenForUtf8) { EXPECT_EQ(TextOf("Иван", "utf-7"), "Иван"); }

}  // namespace
}  // namespace voronka::gateway

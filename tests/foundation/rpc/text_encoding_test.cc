#include "foundation/rpc/requests/text_encoding.h"

#include <gmock/gmock.h>

namespace voronka::rpc {
namespace {

constexpr char kIvanIn1251[] = "\xC8\xE2\xE0\xED";
constexpr char kIvanInKoi8[] = "\xE9\xD7\xC1\xCE";

TEST(TextEncoding, IsTheDeclaredOne) {
  EXPECT_EQ(TextOf(kIvanIn1251, "windows-1251"), "Иван");
  EXPECT_EQ(TextOf(kIvanIn1251, "Windows-1251"), "Иван");
  EXPECT_EQ(TextOf(kIvanInKoi8, "KOI8-R"), "Иван");
  EXPECT_EQ(TextOf("Иван", "UTF-8"), "Иван");
  for (const char* spelling : {"windows1251", "WINDOWS_1251", "CP1251", "cp-1251"}) {
    EXPECT_EQ(TextOf(kIvanIn1251, spelling), "Иван") << spelling;
  }
  for (const char* spelling : {"utf8", "UTF8", "utf_8"}) EXPECT_EQ(TextOf("Иван", spelling), "Иван") << spelling;
  EXPECT_EQ(TextOf("\xC4\xE3\xBA\xC3", "GBK"), "你好");
}

TEST(TextEncoding, IsDetectedIfDeclaredWrongly) {
  for (const char* wrong : {"windows-1251", "iso-8859-1", "koi8-r"}) EXPECT_EQ(TextOf("Иван", wrong), "Иван") << wrong;
  for (const char* wrong : {"utf-8", "utf8", "us-ascii"}) EXPECT_EQ(TextOf(kIvanIn1251, wrong), "Иван") << wrong;
}

TEST(TextEncoding, IsDetectedIfNotDeclared) {
  EXPECT_EQ(TextOf(kIvanIn1251, ""), "Иван");
  EXPECT_EQ(TextOf("Иван", ""), "Иван");
}

TEST(TextEncoding, MayHaveCharacterReferencesForMissingCharacters) {
  for (const char* charset : {"", "iso-8859-1", "windows-1251"}) {
    EXPECT_EQ(TextOf("&#1048;&#1074;&#1072;&#1085; &#128512;", charset), "Иван 😀") << charset;
    EXPECT_EQ(TextOf("&#60;b&#62; &#1048 &#x418; &#99999999; &#55357; &#", charset),
              "&#60;b&#62; &#1048 &#x418; &#99999999; &#55357; &#")
        << charset;
  }
  EXPECT_EQ(TextOf("&#1048;", "utf-8"), "&#1048;");
}

TEST(TextEncoding, IsStillUtf8IfAFewBytesAreInvalid) {
  EXPECT_EQ(TextOf("Иван\xD0", ""), "Иван\xEF\xBF\xBD");
  EXPECT_EQ(TextOf("a\xFF", "utf-8"), "a\xEF\xBF\xBD");
}

TEST(TextEncoding, IsUtf8IfTheDeclaredOneIsNotAWebEncoding) { EXPECT_EQ(TextOf("Иван", "utf-7"), "Иван"); }

}  // namespace
}  // namespace voronka::rpc

#include "client/command_line/text_width.h"

#include <gtest/gtest.h>

namespace voronka::command_line {
namespace {

TEST(TextWidth, CountsCharactersAndNotBytes) {
  EXPECT_EQ(DisplayWidth("deal"), 4U);
  EXPECT_EQ(DisplayWidth("Сделка"), 6U);
}

TEST(TextWidth, CountsWideCharactersTwiceAndIgnoresCombiningMarks) {
  EXPECT_EQ(DisplayWidth("漢字"), 4U);
  EXPECT_EQ(DisplayWidth("и\u0306"), 1U);
}

TEST(TextWidth, SurvivesInvalidUtf8) {
  EXPECT_EQ(DisplayWidth("a\xff"
                         "b"),
            2U);
  EXPECT_EQ(Harmless("a\xff"
                     "b"),
            "a\uFFFDb");
}

TEST(TextWidth, RefusesCodePointsBeyondUnicode) {
  EXPECT_TRUE(IsUtf8("\xf4\x8f\xbf\xbd"));
  EXPECT_FALSE(IsUtf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(IsUtf8("\xed\xa0\x80"));
}

TEST(TextWidth, PadsToTheWidthWithoutTruncating) {
  EXPECT_EQ(Padded("Опт", 5), "Опт  ");
  EXPECT_EQ(Padded("Сделка", 3), "Сделка");
}

TEST(HarmlessText, KeepsLineBreaksButReplacesOtherControlCharacters) {
  EXPECT_EQ(Harmless("раз\nдва\tтри"), "раз\nдва\uFFFDтри");
  EXPECT_EQ(Harmless(std::string("a\0b", 3)), "a\uFFFDb");
}

}  // namespace
}  // namespace voronka::command_line

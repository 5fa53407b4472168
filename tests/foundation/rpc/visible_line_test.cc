#include "foundation/rpc/requests/visible_line.h"

#include <gtest/gtest.h>

namespace voronka::rpc {
namespace {

TEST(VisibleLine, HasSingleBlanksBetweenWords) {
  EXPECT_EQ(VisibleLine("  Иван \t\r\n  Петров\u00A0 "), "Иван Петров");
  EXPECT_EQ(VisibleLine("Иван\u2028Петров\u2800"), "Иван Петров");
  EXPECT_EQ(VisibleLine(" \u200B\u2060\uFEFF\u3164\u2800 "), "");
}

TEST(VisibleLine, LeavesOutWhatNobodySees) {
  for (const char* sign : {"\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u202E", "\u2060", "\u2066", "\uFEFF"}) {
    EXPECT_EQ(VisibleLine("Алек" + std::string(sign) + "сандр"), "Александр") << sign;
    EXPECT_EQ(VisibleLine(sign + std::string("Анна") + sign), "Анна") << sign;
  }
}

TEST(VisibleLine, KeepsJoinersThatChangeWhatIsSeen) {
  for (const char* text : {"Аня 👩\u200D👩\u200D👧\u200D👦", "🏳\uFE0F\u200D🌈", "👍🏽\u200D♂\uFE0F", "❤\uFE0F",
                           "می\u200Cخواهم", "क्\u200Dष", "🏴\U000E0067\U000E0062\U000E007F"}) {
    EXPECT_EQ(VisibleLine(text), text);
  }
  EXPECT_EQ(VisibleLine("👩\u200D"), "👩");
}

TEST(VisibleLine, IsIdempotent) {
  for (const char* text : {" a \u200B b ", "👩\u200D \u200Dx", "\uFE0Fa", "a\u200C\u200Db"}) {
    EXPECT_EQ(VisibleLine(VisibleLine(text)), VisibleLine(text)) << text;
  }
}

}  // namespace
}  // namespace voronka::rpc

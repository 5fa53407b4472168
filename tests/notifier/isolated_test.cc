#include "notifier/kinds/isolated.h"

#include <gtest/gtest.h>

namespace voronka::notifier {
namespace {

TEST(Isolated, LeavesOutWhatControlsTheDirectionOfText) {
  EXPECT_EQ(Isolated("ООО \u202EКабель"), "ООО Кабель");
  EXPECT_EQ(Isolated("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"), "");
}

TEST(Isolated, KeepsEverythingElse) {
  for (const char* words : {"", "Анна", "Кабель 3×2,5 — 300 м", "\u200B", "👩\u200D🔧"})
    EXPECT_EQ(Isolated(words), words);
}

TEST(Isolated, SetsRightToLeftWordsApart) {
  EXPECT_EQ(Isolated("דוד"), "\u2068דוד\u2069");
  EXPECT_EQ(Isolated("Ali علي"), "\u2068Ali علي\u2069");
}

TEST(Isolated, CannotBeClosedByTheWordsThemselves) { EXPECT_EQ(Isolated("דוד\u2069\u202E"), "\u2068דוד\u2069"); }

}  // namespace
}  // namespace voronka::notifier

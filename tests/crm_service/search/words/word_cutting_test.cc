#include "crm_service/search/words/word_cutting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> CutOf(const std::string& text) {
  std::vector<std::string> words;
  for (const auto& [word, span] : CutWords(text)) words.push_back(word);
  return words;
}

TEST(Words, HaveNoCaseAndNoYo) { EXPECT_THAT(CutOf("ЁЛКИ Для школы"), ElementsAre("елки", "для", "школы")); }

TEST(Words, AreTheSameComposedOrNot) { EXPECT_THAT(CutOf("И\u0306од е\u0308ж"), ElementsAre("йод", "еж")); }

TEST(Words, EndWhereLettersAndDigitsEnd) {
  EXPECT_THAT(CutOf("ivan.petrov@mail.ru"), ElementsAre("ivan", "petrov", "mail", "ru"));
  EXPECT_THAT(CutOf("«Окна-2» (№15)"), ElementsAre("окна", "2", "15"));
  EXPECT_THAT(CutOf(" … — "), IsEmpty());
}

TEST(Words, AreCutOff) { EXPECT_THAT(CutOf(std::string(100, 'a')), ElementsAre(std::string(32, 'a'))); }

TEST(Words, KnowWhereTheyAre) {
  const auto words = CutWords("😀 дом");
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0].span.begin, 3);
  EXPECT_EQ(words[0].span.end, 6);
}

}  // namespace
}  // namespace voronka::crm

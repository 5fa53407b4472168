#include "crm_service/search/words/typed_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Term Word(const std::string& word) { return {{word}}; }

TEST(TypedQuery, IsReadAsWords) {
  EXPECT_THAT(Readings("Окна  ИВАНОВ"), ElementsAre(ElementsAre(Word("окна"), Word("иванов"))));
  EXPECT_THAT(Readings("окна окна"), ElementsAre(ElementsAre(Word("окна"))));
  EXPECT_THAT(Readings(" … "), IsEmpty());
  EXPECT_THAT(Readings(""), IsEmpty());
}

TEST(TypedQuery, MayBeMeantInTheRussianLayout) {
  EXPECT_THAT(Readings("bdfyjd"), ElementsAre(ElementsAre(Word("bdfyjd")), ElementsAre(Word("иванов"))));
  EXPECT_THAT(Readings(";erjd").back(), ElementsAre(Word("жуков")));
  EXPECT_THAT(Readings("ООО hjvfirf").back(), ElementsAre(Word("ооо"), Word("ромашка")));
}

TEST(TypedQuery, KnowsNumbersOfDeals) {
  EXPECT_THAT(Readings("#1234"), ElementsAre(ElementsAre(Term{{}, 1234})));
  EXPECT_THAT(Readings("№1234"), ElementsAre(ElementsAre(Term{{}, 1234})));
  EXPECT_THAT(Readings("1234"), ElementsAre(ElementsAre(Term{{"1234", "<4321"}, 1234})));
  EXPECT_THAT(Readings("12"), ElementsAre(ElementsAre(Term{{"12"}, 12})));
  EXPECT_EQ(Readings("#12345678901234567890").front().front().number, 0);
}

TEST(TypedQuery, JoinsTheDigitsOfAPhone) {
  const Term phone{{"89161234567", "<76543216198", "79161234567"}, 89161234567};
  EXPECT_THAT(Readings("8 (916) 123-45-67").front(), ElementsAre(phone));
  EXPECT_THAT(Readings("Иванов 8 916 123-45-67").front(), ElementsAre(Word("иванов"), phone));
  EXPECT_EQ(Readings("+7 916 123-45-67").front().front().beginnings.front(), "79161234567");
}

TEST(TypedQuery, KeepsShortNumbersApartFirst) {
  const auto readings = Readings("окна 120 140");
  ASSERT_THAT(readings, SizeIs(2));
  EXPECT_THAT(readings[0], ElementsAre(Word("окна"), Term{{"120"}, 120}, Term{{"140"}, 140}));
  EXPECT_THAT(readings[1], ElementsAre(Word("окна"), Term{{"120140", "<041021"}, 120140}));
}

TEST(TypedQuery, LeavesDigitsWithTheirWord) {
  EXPECT_THAT(Readings("дом12345 678901").front(), ElementsAre(Word("дом12345"), Term{{"678901", "<109876"}, 678901}));
}

TEST(TypedQuery, HasAtMostEightTerms) { EXPECT_THAT(Readings("а б в г д е ж з и к л").front(), SizeIs(8)); }

}  // namespace
}  // namespace voronka::crm

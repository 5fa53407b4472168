#include "crm_service/search/words/phone_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(PhoneWords, BeginAtTheCountryAfterItAndAtTheEnd) {
  EXPECT_THAT(PhoneWords("+79161234567"), UnorderedElementsAre("79161234567", "9161234567", "<76543216197"));
  EXPECT_THAT(PhoneWords("+375291234567;ext=12"), UnorderedElementsAre("375291234567", "291234567", "<765432192573"));
  EXPECT_THAT(PhoneWords("не помню, 12345"), UnorderedElementsAre("12345", "<54321"));
  EXPECT_THAT(PhoneWords("+7"), UnorderedElementsAre("7", "<7"));
  EXPECT_THAT(PhoneWords("нет"), IsEmpty());
}

TEST(PhoneWords, TellWhichDigitsWereMeant) {
  const auto at_the_end = SpanInPhone("+79161234567", EndingWith("4567"));
  ASSERT_TRUE(at_the_end);
  EXPECT_EQ(at_the_end->begin, 8);
  EXPECT_EQ(at_the_end->end, 12);
  const auto after_the_country = SpanInPhone("+79161234567", "9161");
  ASSERT_TRUE(after_the_country);
  EXPECT_EQ(after_the_country->begin, 2);
  EXPECT_EQ(after_the_country->end, 6);
  EXPECT_FALSE(SpanInPhone("+79161234567", "4567"));
  EXPECT_FALSE(SpanInPhone("+1", "234"));
  EXPECT_FALSE(SpanInPhone("нет", EndingWith("4567")));
}

}  // namespace
}  // namespace voronka::crm

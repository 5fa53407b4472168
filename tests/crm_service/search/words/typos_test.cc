#include "crm_service/search/words/typos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace voronka::crm {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

bool ShareASpelling(const std::string& one, const std::string& other) {
  const auto spellings = Spellings(one);
  return std::ranges::any_of(Spellings(other), [&](const std::string& spelling) {
    return std::ranges::find(spellings, spelling) != spellings.end();
  });
}

TEST(Typos, AreForgivenInLongWordsOfLetters) {
  EXPECT_TRUE(MayHaveTypo("иванов"));
  EXPECT_TRUE(MayHaveTypo("школа"));
  EXPECT_FALSE(MayHaveTypo("окна"));
  EXPECT_FALSE(MayHaveTypo("7701234567"));
  EXPECT_FALSE(MayHaveTypo("ral9003"));
}

TEST(Typos, LeaveASpellingThatBothWordsHave) {
  for (const char* typed : {"иваов", "ивванов", "иваноф", "ивнаов", "иванов"}) {
    EXPECT_TRUE(IsATypoAway("иванов", typed)) << typed;
    EXPECT_TRUE(ShareASpelling("иванов", typed)) << typed;
  }
}

TEST(Typos, AreOneAWord) {
  EXPECT_FALSE(IsATypoAway("иванов", "иванова1"));
  EXPECT_FALSE(IsATypoAway("иванов", "ивонов2"));
  EXPECT_FALSE(IsATypoAway("иванов", "уванова"));
  EXPECT_FALSE(IsATypoAway("иванов", "вианво"));
}

TEST(Spellings, AreTheWordAndItWithoutALetter) {
  EXPECT_THAT(Spellings("школа"), UnorderedElementsAre("школа", "кола", "шола", "шкла", "шкоа", "школ"));
  EXPECT_THAT(Spellings("аллея"), SizeIs(5)) << "one of two equal letters is like the other";
  EXPECT_THAT(Spellings("окна"), IsEmpty());
}

}  // namespace
}  // namespace voronka::crm

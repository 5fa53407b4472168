#include "crm_service/users/login_key.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(LoginKey, IsTheSameWhateverTheCase) {
  EXPECT_EQ(LoginKey("Anna@Example.COM"), LoginKey("anna@example.com"));
  EXPECT_EQ(LoginKey("АННА@дом.РФ"), LoginKey("анна@Дом.рф"));
  EXPECT_EQ(LoginKey("STRASSE"), LoginKey("straße"));
}

TEST(LoginKey, IsTheSameHoweverALetterIsComposed) { EXPECT_EQ(LoginKey("Андрей"), LoginKey("Андре\u0438\u0306")); }

TEST(LoginKey, TellsOtherLettersApart) {
  EXPECT_NE(LoginKey("anna"), LoginKey("аnna"));
  EXPECT_NE(LoginKey("семен"), LoginKey("семён"));
}

TEST(LoginKey, IsAtMostThreeTimesAsLong) {
  std::string longest;
  for (int i = 0; i < 254; ++i) longest += "\u0390";
  // Three letters of two bytes for each.
  EXPECT_LE(LoginKey(longest).size(), 762U * 2);
}

}  // namespace
}  // namespace voronka::crm

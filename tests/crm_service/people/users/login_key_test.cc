#include "crm_service/people/users/login_key.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(LoginKey, IgnoresCase) {
  EXPECT_EQ(LoginKey("Anna@Example.COM"), LoginKey("anna@example.com"));
  EXPECT_EQ(LoginKey("АННА@дом.РФ"), LoginKey("анна@Дом.рф"));
  EXPECT_EQ(LoginKey("STRASSE"), LoginKey("straße"));
}

TEST(LoginKey, IgnoresUnicodeComposition) { EXPECT_EQ(LoginKey("Андрей"), LoginKey("Андре\u0438\u0306")); }

TEST(LoginKey, IgnoresBlanksAroundIt) {
  for (const char* login : {"anna ", " anna", "  anna   ", "\tanna\n"}) EXPECT_EQ(LoginKey(login), "anna") << login;
  EXPECT_EQ(LoginKey("  "), "");
}

TEST(LoginKey, IsTheSameEvenIfFoldingDecomposesALetter) {
  EXPECT_EQ(LoginKey("\u0390"), LoginKey("\u03AA\u0301"));
  EXPECT_EQ(LoginKey("\u1FB7"), LoginKey("\u0391\u0342\u0345"));
}

TEST(LoginKey, IsIdempotent) {
  for (const char* login : {"Straße", "\u0390", "\u03AA\u0301", "Андре\u0438\u0306"}) {
    EXPECT_EQ(LoginKey(LoginKey(login)), LoginKey(login)) << login;
  }
}

TEST(LoginKey, DistinguishesOtherLetters) {
  EXPECT_NE(LoginKey("anna"), LoginKey("аnna"));
  EXPECT_NE(LoginKey("семен"), LoginKey("семён"));
}

TEST(LoginKey, IsAtMostThreeTimesAsLongAsTheLogin) {
  std::string longest;
  for (int i = 0; i < 254; ++i) longest += "\uFB03";
  // The ligature stands for the three letters ffi.
  EXPECT_EQ(LoginKey(longest).size(), 762U);
}

}  // namespace
}  // namespace voronka::crm

#include "crm_service/sessions/refresh_token.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(RefreshToken, IsReadAsItWasSpelled) {
  const auto token = RefreshToken::Parse(RefreshToken{7, 42, "se-cr_et"}.Spelled());
  ASSERT_TRUE(token);
  EXPECT_EQ(token->account_id, 7);
  EXPECT_EQ(token->session_id, 42);
  EXPECT_EQ(token->secret, "se-cr_et");
}

TEST(RefreshToken, IsNothingInAnotherShape) {
  for (const char* text : {"", ".", "..", "1", "1.", "1.2", "1.2.", "x.2.s", "1.x.s", "0.2.s", "1.-2.s", " 1.2.s",
                           "99999999999999999999.2.s"}) {
    EXPECT_FALSE(RefreshToken::Parse(text)) << text;
  }
}

TEST(SuccessorOf, DependsOnTheSecretAndTheSalt) {
  EXPECT_EQ(SuccessorOf("a", "salt"), SuccessorOf("a", "salt"));
  EXPECT_NE(SuccessorOf("a", "salt"), SuccessorOf("b", "salt"));
  EXPECT_NE(SuccessorOf("a", "salt"), SuccessorOf("a", "tlas"));
}

}  // namespace
}  // namespace voronka::crm

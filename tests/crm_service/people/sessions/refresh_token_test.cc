#include "crm_service/people/sessions/refresh_token.h"

#include <gtest/gtest.h>

#include "foundation/process/random.h"

namespace voronka::crm {
namespace {

TEST(RefreshToken, CanBeFormattedAndParsed) {
  const auto token = RefreshToken::Parse(RefreshToken{7, 42, "se-cr_et"}.Spelled());
  ASSERT_TRUE(token);
  EXPECT_EQ(token->account_id, 7);
  EXPECT_EQ(token->session_id, 42);
  EXPECT_EQ(token->secret, "se-cr_et");
}

TEST(RefreshToken, IsRefusedInAnyOtherFormat) {
  for (const char* text : {"", ".", "..", "1", "1.", "1.2", "1.2.", "x.2.s", "1.x.s", "0.2.s", "1.-2.s", " 1.2.s",
                           "99999999999999999999.2.s"}) {
    EXPECT_FALSE(RefreshToken::Parse(text)) << text;
  }
}

TEST(SuccessorOf, DependsOnTheSecretTheSaltAndTheFamily) {
  EXPECT_EQ(SuccessorOf("a", "salt", "f"), SuccessorOf("a", "salt", "f"));
  EXPECT_NE(SuccessorOf("a", "salt", "f"), SuccessorOf("b", "salt", "f"));
  EXPECT_NE(SuccessorOf("a", "salt", "f"), SuccessorOf("a", "tlas", "f"));
  EXPECT_NE(SuccessorOf("a", "salt", "f"), SuccessorOf("a", "salt", "g"));
}

TEST(IsOfFamily, KnowsEachSecretAndNoOther) {
  process::SystemRandom random;
  const std::string secret = NewRefreshSecret(random, "f");
  EXPECT_TRUE(IsOfFamily(secret, "f"));
  EXPECT_TRUE(IsOfFamily(SuccessorOf(SuccessorOf(secret, "salt", "f"), "pepper", "f"), "f"));
  EXPECT_FALSE(IsOfFamily(secret, "g"));
  EXPECT_FALSE(IsOfFamily(secret.substr(0, 43), "f"));
  EXPECT_FALSE(IsOfFamily(secret + "x", "f"));
  for (const char* forged : {"", "x"}) {
    EXPECT_FALSE(IsOfFamily(forged, "f")) << forged;
    EXPECT_FALSE(IsOfFamily(forged, "")) << forged;
  }
}

}  // namespace
}  // namespace voronka::crm

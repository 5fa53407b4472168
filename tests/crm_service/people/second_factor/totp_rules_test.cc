#include "crm_service/people/second_factor/totp_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "foundation/security/totp.h"

namespace voronka::crm {
namespace {

// The key and a moment of RFC 6238, appendix B.
const std::string kSecret = "12345678901234567890";
constexpr int64_t kNow = 1'111'111'111'000'000;
constexpr int64_t kStep = kNow / 30'000'000;

std::string CodeOf(int64_t step) { return security::TotpCode(kSecret, step); }

TEST(AcceptedStep, IsThatOfACodeOfNowOrOneStepAway) {
  EXPECT_EQ(AcceptedStep({kSecret}, "050471", kNow), kStep);
  EXPECT_EQ(AcceptedStep({kSecret}, CodeOf(kStep - 1), kNow), kStep - 1);
  EXPECT_EQ(AcceptedStep({kSecret}, CodeOf(kStep + 1), kNow), kStep + 1);
}

TEST(AcceptedStep, IsNothingForAnyOtherCode) {
  for (const auto& code : {CodeOf(kStep - 2), CodeOf(kStep + 2), std::string("000000"), std::string("50471"),
                           std::string(), CodeOf(kStep) + "0"}) {
    EXPECT_FALSE(AcceptedStep({kSecret}, code, kNow)) << code;
  }
}

TEST(AcceptedStep, IsLaterThanTheLastOne) {
  EXPECT_FALSE(AcceptedStep({kSecret, kStep}, CodeOf(kStep), kNow)) << "it has been used";
  EXPECT_FALSE(AcceptedStep({kSecret, kStep}, CodeOf(kStep - 1), kNow)) << "it was shown before the one that was used";
  EXPECT_EQ(AcceptedStep({kSecret, kStep}, CodeOf(kStep + 1), kNow), kStep + 1);
}

TEST(PlainCode, IsTheSameHoweverItIsTyped) {
  EXPECT_EQ(PlainCode("123 456"), "123456");
  EXPECT_EQ(PlainCode(" abcd-EFGH-2345 "), "ABCDEFGH2345");
  EXPECT_EQ(PlainCode("١٢٣ —"), "");
}

TEST(NewRecoveryCodes, AreTenThatDiffer) {
  process::SystemRandom random;
  const auto codes = NewRecoveryCodes(random);
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
  for (const auto& code : codes) {
    EXPECT_EQ(code.size(), 19U) << code;
    EXPECT_EQ(PlainCode(code).size(), 16U) << code;
  }
}

TEST(NewTotpSecret, HasTwentyBytes) {
  process::SystemRandom random;
  EXPECT_EQ(NewTotpSecret(random).size(), 20U);
  EXPECT_NE(NewTotpSecret(random), NewTotpSecret(random));
}

}  // namespace
}  // namespace voronka::crm

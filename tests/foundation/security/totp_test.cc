#include "foundation/security/totp.h"

#include <gtest/gtest.h>

#include "foundation/security/base32.h"

namespace voronka::security {
namespace {

// The key of RFC 6238, appendix B.
constexpr char kKey[] = "12345678901234567890";

std::string CodeAt(int64_t seconds) { return TotpCode(kKey, TotpStep(seconds * 1'000'000)); }

// The last six of the eight digits in the RFC's table.
TEST(TotpCode, IsThatOfTheStandard) {
  EXPECT_EQ(CodeAt(59), "287082");
  EXPECT_EQ(CodeAt(1'111'111'109), "081804");
  EXPECT_EQ(CodeAt(1'111'111'111), "050471");
  EXPECT_EQ(CodeAt(1'234'567'890), "005924");
  EXPECT_EQ(CodeAt(2'000'000'000), "279037");
  EXPECT_EQ(CodeAt(20'000'000'000), "353130");
}

TEST(TotpCode, ChangesEveryThirtySeconds) {
  EXPECT_EQ(CodeAt(30), CodeAt(59));
  EXPECT_NE(CodeAt(59), CodeAt(60));
}

TEST(TotpUri, NamesIssuerLoginAndSecret) {
  EXPECT_EQ(TotpUri(kKey, "Voronka", "anna@дом.рф"),
            "otpauth://totp/Voronka:anna%40%D0%B4%D0%BE%D0%BC.%D1%80%D1%84?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=Voronka&algorithm=SHA1&digits=6&period=30");
}

// RFC 4648 §10, without the padding.
TEST(EncodeBase32, IsThatOfTheStandard) {
  EXPECT_EQ(EncodeBase32(""), "");
  EXPECT_EQ(EncodeBase32("f"), "MY");
  EXPECT_EQ(EncodeBase32("fo"), "MZXQ");
  EXPECT_EQ(EncodeBase32("foo"), "MZXW6");
  EXPECT_EQ(EncodeBase32("foob"), "MZXW6YQ");
  EXPECT_EQ(EncodeBase32("fooba"), "MZXW6YTB");
  EXPECT_EQ(EncodeBase32("foobar"), "MZXW6YTBOI");
}

TEST(EncodeBase32, TakesEveryByte) { EXPECT_EQ(EncodeBase32("\xff\xff\xff\xff\xff"), "77777777"); }

}  // namespace
}  // namespace voronka::security

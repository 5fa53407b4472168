#include "foundation/security/secret.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/process/seeded_random.h"
#include "foundation/security/base64url.h"

namespace voronka::security {
namespace {

TEST(Base64Url, RefusesNonCanonicalEncodings) {
  for (const char* text : {"A", "AA==", "AA=", "AA ", " AA", "AA\n", "A+", "A/", "AB", "AAB", "А"}) {
    EXPECT_THROW(DecodeBase64Url(text), InvalidBase64) << text;
  }
  EXPECT_THROW(DecodeBase64Url(std::string_view("AA\0", 3)), InvalidBase64);
}

TEST(Base64Url, RefusesNonAsciiBytes) {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    EXPECT_THROW(DecodeBase64Url("AAA" + std::string(1, static_cast<char>(byte))), InvalidBase64) << byte;
  }
}

TEST(Base64Url, MatchesTheRfcsExamples) {
  EXPECT_EQ(EncodeBase64Url(""), "");
  EXPECT_EQ(EncodeBase64Url("f"), "Zg");
  EXPECT_EQ(EncodeBase64Url("fo"), "Zm8");
  EXPECT_EQ(EncodeBase64Url("foo"), "Zm9v");
  EXPECT_EQ(EncodeBase64Url("\xfb\xff"), "-_8");
}

TEST(Base64Url, DecodesWhatItEncoded) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(DecodeBase64Url(EncodeBase64Url(bytes)), bytes);
    bytes.push_back(static_cast<char>(i));
  }
}

TEST(Secrets, AreEqualOnlyToThemselves) {
  EXPECT_TRUE(EqualInConstantTime("secret", "secret"));
  EXPECT_TRUE(EqualInConstantTime("", ""));
  EXPECT_FALSE(EqualInConstantTime("secret", "secreT"));
  EXPECT_FALSE(EqualInConstantTime("secret", "secre"));
}

TEST(Secrets, Are32RandomBytes) {
  process::SystemRandom random;
  const std::string secret = NewSecret(random);
  EXPECT_EQ(DecodeBase64Url(secret).size(), 32);
  EXPECT_NE(secret, NewSecret(random));
}

TEST(Secrets, UseTheGivenRandomness) {
  process::SeededRandom a(7);
  process::SeededRandom b(7);
  EXPECT_EQ(NewSecret(a), NewSecret(b));
}

TEST(Secrets, HaveTheStandardSha256) {
  EXPECT_EQ(EncodeBase64Url(Sha256("abc")), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

}  // namespace
}  // namespace voronka::security

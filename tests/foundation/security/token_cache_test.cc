#include "foundation/security/token_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/foundation/security/token_forge.h"

namespace voronka::security {
namespace {

using namespace std::chrono_literals;

Claims ExpiringAt(int64_t micros) {
  Claims claims;
  claims.expires_micros = micros;
  return claims;
}

TEST(TokenCache, ForgetsExpiredTokens) {
  TokenCache cache;
  cache.Insert("token", ExpiringAt(100));
  EXPECT_TRUE(cache.Find("token", 99));
  EXPECT_FALSE(cache.Find("token", 100));
}

TEST(TokenCache, DoesNotKnowOtherTokens) {
  TokenCache cache;
  cache.Insert("token", ExpiringAt(100));
  EXPECT_FALSE(cache.Find("Token", 0));
}

TEST(TokenCache, ReturnsTheClaimsOfAToken) {
  TokenCache cache;
  Claims claims = ExpiringAt(100);
  claims.user_id = 7;
  cache.Insert("token", claims);
  EXPECT_EQ(cache.Find("token", 0), claims);
}

TEST(TokenCache, EvictsTheTokenThatExpiresFirstWhenFull) {
  TokenCache cache(2);
  cache.Insert("b", ExpiringAt(200));
  cache.Insert("a", ExpiringAt(100));
  cache.Insert("c", ExpiringAt(300));
  EXPECT_EQ(cache.Size(), 2);
  EXPECT_FALSE(cache.Find("a", 0));
  EXPECT_TRUE(cache.Find("b", 0));
  EXPECT_TRUE(cache.Find("c", 0));
}

TEST(TokenCache, StoresATokenOnce) {
  TokenCache cache(2);
  for (int i = 0; i < 3; ++i) cache.Insert("a", ExpiringAt(100));
  cache.Insert("b", ExpiringAt(200));
  EXPECT_EQ(cache.Size(), 2);
  EXPECT_TRUE(cache.Find("a", 0));
}

class CachedVerification : public ::testing::Test {
 protected:
  CachedVerification() {
    *keys_.Add() = forge_.NewKey("crm");
    const Claims claims{
        .account_id = 1, .user_id = 2, .session_id = 3, .role = options::v1::ROLE_MANAGER, .service = ""};
    token_ = TokenSigner(forge_.SigningKey("crm")).Sign(claims, 900s, TokenForge::kNow);
  }

  const TokenForge forge_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> keys_;
  std::string token_;
};

TEST_F(CachedVerification, RefusesAnAcceptedTokenOnceItHasExpired) {
  CachedVerifier verifier(keys_);
  EXPECT_NO_THROW(verifier.Verify(token_, TokenForge::kNow));
  EXPECT_THROW(verifier.Verify(token_, TokenForge::kNow + 900'000'000), InvalidToken);
}

TEST_F(CachedVerification, DoesNotCacheARefusedToken) {
  CachedVerifier verifier(keys_);
  std::string forged = token_;
  forged[forged.rfind('.') + 1] ^= 1;
  EXPECT_THROW(verifier.Verify(forged, TokenForge::kNow), InvalidToken);
  EXPECT_THROW(verifier.Verify(forged, TokenForge::kNow), InvalidToken);
}

TEST_F(CachedVerification, ReturnsTheSameClaimsEachTime) {
  CachedVerifier verifier(keys_);
  const Claims first = verifier.Verify(token_, TokenForge::kNow);
  EXPECT_EQ(first.user_id, 2);
  EXPECT_EQ(verifier.Verify(token_, TokenForge::kNow), first);
}

}  // namespace
}  // namespace voronka::security

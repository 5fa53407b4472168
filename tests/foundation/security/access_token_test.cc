#include "foundation/security/access_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/foundation/security/token_forge.h"

namespace voronka::security {
namespace {

using namespace std::chrono_literals;
using ::testing::ThrowsMessage;

constexpr int64_t kNow = TokenForge::kNow;
constexpr int64_t kSecond = 1'000'000;

Claims Person() {
  return {.account_id = 1,
          .user_id = 2,
          .session_id = 3,
          .role = options::v1::ROLE_HEAD_OF_SALES,
          .service = "",
          .client = "Chrome, Windows"};
}

Claims Service(const std::string& name) {
  Claims claims;
  claims.role = options::v1::ROLE_SERVICE;
  claims.service = name;
  return claims;
}

class AccessTokens : public ::testing::Test {
 protected:
  AccessTokens() {
    *keys_.Add() = forge_.NewKey("crm");
    *keys_.Add() = forge_.NewKey("distribution-1", "distribution");
  }

  std::string Sign(const Claims& claims, const std::string& kid, std::chrono::seconds lifetime = 900s) const {
    return TokenSigner(forge_.SigningKey(kid)).Sign(claims, lifetime, kNow);
  }
  Claims Verify(const std::string& token, int64_t now_micros = kNow) const {
    return TokenVerifier(keys_).Verify(token, now_micros);
  }

  const TokenForge forge_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> keys_;
};

TEST_F(AccessTokens, AreRefusedFromTheMomentTheyExpire) {
  const std::string token = Sign(Person(), "crm", 900s);
  EXPECT_NO_THROW(Verify(token, kNow + 900 * kSecond - 1));
  EXPECT_THAT([&] { Verify(token, kNow + 900 * kSecond); }, ThrowsMessage<InvalidToken>("expired"));
}

TEST_F(AccessTokens, AreRefusedIfIssuedMoreThanThirtySecondsInTheFuture) {
  const std::string token = Sign(Person(), "crm");
  EXPECT_NO_THROW(Verify(token, kNow - 30 * kSecond));
  EXPECT_THAT([&] { Verify(token, kNow - 30 * kSecond - 1); }, ThrowsMessage<InvalidToken>("issued in the future"));
}

TEST_F(AccessTokens, AreSignedOnlyForUsersAndServices) {
  Claims without_session = Person();
  without_session.session_id = 0;
  Claims person_and_service = Person();
  person_and_service.service = "distribution";
  Claims service_and_person = Service("distribution");
  service_and_person.account_id = 1;
  Claims service_on_a_device = Service("distribution");
  service_on_a_device.client = "Chrome, Windows";
  for (const Claims& claims :
       {Claims(), without_session, person_and_service, service_and_person, service_on_a_device, Service("")}) {
    EXPECT_THROW(Sign(claims, "crm"), std::invalid_argument);
  }
}

TEST_F(AccessTokens, IdentifyAUser) {
  Claims expected = Person();
  expected.issued_micros = kNow;
  expected.expires_micros = kNow + 900 * kSecond;
  EXPECT_EQ(Verify(Sign(Person(), "crm")), expected);
}

TEST_F(AccessTokens, IdentifyAService) {
  const Claims claims = Verify(Sign(Service("distribution"), "distribution-1"));
  EXPECT_EQ(claims.role, options::v1::ROLE_SERVICE);
  EXPECT_EQ(claims.service, "distribution");
  EXPECT_EQ(claims.account_id, 0);
}

TEST_F(AccessTokens, KeepTheLargestIds) {
  Claims claims = Person();
  claims.account_id = INT64_MAX;
  EXPECT_EQ(Verify(Sign(claims, "crm")).account_id, INT64_MAX);
}

TEST_F(AccessTokens, AreAcceptedWithTheOldAndTheNewKey) {
  *keys_.Add() = forge_.NewKey("crm-2");
  EXPECT_NO_THROW(Verify(Sign(Person(), "crm")));
  EXPECT_NO_THROW(Verify(Sign(Person(), "crm-2")));
}

TEST_F(AccessTokens, NeedKeysWithDifferentKids) {
  *keys_.Add() = keys_.Get(0);
  EXPECT_THROW(TokenVerifier{keys_}, KeyError);
}

}  // namespace
}  // namespace voronka::security

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "tests/foundation/security/token_forge.h"

namespace voronka::security {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

google::protobuf::RepeatedPtrField<config::v1::TokenKey> KeysOf(const TokenForge& forge) {
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> keys;
  *keys.Add() = forge.NewKey("crm");
  *keys.Add() = forge.NewKey("distribution-1", "distribution");
  return keys;
}

class ForgedTokens : public ::testing::Test {
 protected:
  // Why a token is refused; empty if it is not.
  std::string Reason(const std::string& token) const {
    try {
      verifier_.Verify(token, TokenForge::kNow);
    } catch (const InvalidToken& error) {
      return error.what();
    }
    return "";
  }
  std::string ReasonForHeader(const std::string& header) const {
    return Reason(forge_.Sign(header, TokenForge::Person().dump(), "crm"));
  }
  std::string ReasonForPayload(const std::string& payload) const {
    return Reason(forge_.Sign(TokenForge::Header("crm").dump(), payload, "crm"));
  }
  std::string ReasonForClaim(const std::string& name, const json& value) const {
    json payload = TokenForge::Person();
    payload[name] = value;
    return ReasonForPayload(payload.dump());
  }
  std::string Genuine() const {
    return forge_.Sign(TokenForge::Header("crm").dump(), TokenForge::Person().dump(), "crm");
  }

  const TokenForge forge_;
  const TokenVerifier verifier_{KeysOf(forge_)};
};

TEST_F(ForgedTokens, DifferFromAGenuineOneThatIsAccepted) { EXPECT_EQ(Reason(Genuine()), ""); }

TEST_F(ForgedTokens, AreRefusedWithAnotherAlgorithm) {
  for (const json& algorithm : {json("none"), json("None"), json("HS256"), json("ES384"), json("RS256"), json("es256"),
                                json(""), json(5), json(nullptr), json::array({"ES256"}), json::object()}) {
    json header = TokenForge::Header("crm");
    header["alg"] = algorithm;
    EXPECT_EQ(ReasonForHeader(header.dump()), "the header is not that of ES256") << header;
  }
}

TEST_F(ForgedTokens, AreRefusedWithoutASignature) {
  const std::string token = Genuine();
  const std::string unsigned_text = token.substr(0, token.rfind('.'));
  EXPECT_EQ(Reason(unsigned_text + "."), "the signature is wrong");
  EXPECT_EQ(Reason(unsigned_text), "not three parts");
}

TEST_F(ForgedTokens, AreRefusedWithAnHmacMadeFromThePublicKey) {
  const std::string pem = process::ReadFile(forge_.PublicKeyFile("crm"));
  json header = TokenForge::Header("crm");
  header["alg"] = "HS256";
  const std::string text = EncodeBase64Url(header.dump()) + "." + EncodeBase64Url(TokenForge::Person().dump());
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), pem.data(), static_cast<int>(pem.size()), reinterpret_cast<const unsigned char*>(text.data()),
       text.size(), mac, &size);
  const std::string signature(reinterpret_cast<const char*>(mac), size);
  EXPECT_EQ(Reason(text + "." + EncodeBase64Url(signature)), "the header is not that of ES256");
}

TEST_F(ForgedTokens, AreRefusedWithAnEmbeddedKeyOrACriticalHeader) {
  for (const char* name : {"jwk", "jku", "x5u", "x5c", "crit", "b64", "zip"}) {
    json header = TokenForge::Header("crm");
    header[name] = "x";
    EXPECT_EQ(ReasonForHeader(header.dump()), "the header is not that of ES256") << name;
  }
}

TEST_F(ForgedTokens, AreRefusedWithoutAKnownKid) {
  EXPECT_EQ(ReasonForHeader(R"({"alg":"ES256","typ":"JWT"})"), "the header has no kid");
  EXPECT_EQ(ReasonForHeader(R"({"alg":"ES256","typ":"JWT","kid":5})"), "the header has no kid");
  EXPECT_EQ(ReasonForHeader(R"({"alg":"ES256","typ":"JWT","kid":"other"})"), "no key has the kid \"other\"");
}

TEST_F(ForgedTokens, AreRefusedIfTheHeaderIsNotAnObject) {
  for (const char* header : {"[]", "5", "null", "\"kid\""}) EXPECT_EQ(ReasonForHeader(header), "the header has no kid");
  for (const char* header : {"", "{", "{}x", "\xff"}) EXPECT_EQ(ReasonForHeader(header), "not JSON");
}

TEST_F(ForgedTokens, AreRefusedIfSignedByAnotherKey) {
  EXPECT_EQ(Reason(forge_.Sign(TokenForge::Header("crm").dump(), TokenForge::Person().dump(), "distribution-1")),
            "the signature is wrong");
}

TEST_F(ForgedTokens, AreRefusedIfAnythingSignedWasChanged) {
  const std::string token = Genuine();
  json payload = TokenForge::Person();
  payload["account"] = 9;
  const size_t first = token.find('.');
  const size_t last = token.rfind('.');
  const std::string changed = token.substr(0, first + 1) + EncodeBase64Url(payload.dump()) + token.substr(last);
  EXPECT_EQ(Reason(changed), "the signature is wrong");
}

TEST_F(ForgedTokens, AreRefusedWithAMalformedSignature) {
  const std::string token = Genuine();
  const std::string text = token.substr(0, token.rfind('.') + 1);
  const std::string signature = DecodeBase64Url(token.substr(token.rfind('.') + 1));
  for (const std::string& other :
       {signature.substr(1), signature + "x", std::string(64, '\0'), std::string(64, '\xff')}) {
    EXPECT_EQ(Reason(text + EncodeBase64Url(other)), "the signature is wrong");
  }
}

TEST_F(ForgedTokens, AreRefusedInAnyOtherEncoding) {
  const std::string token = Genuine();
  for (const std::string& other : {token + "=", token + " ", " " + token, token + "\n", token + std::string(1, '\0')}) {
    EXPECT_EQ(Reason(other), "not base64url") << other;
  }
}

TEST_F(ForgedTokens, AreRefusedWithMoreOrFewerParts) {
  for (const char* token : {"", ".", "a", "a.b", "a.b.c.d", "...."}) EXPECT_EQ(Reason(token), "not three parts");
  EXPECT_EQ(Reason(".."), "not JSON");
}

TEST_F(ForgedTokens, AreRefusedIfLongerThan4KiB) {
  EXPECT_EQ(ReasonForClaim("padding", std::string(4096, 'x')), "too long");
  EXPECT_EQ(ReasonForClaim("padding", std::string(2048, 'x')), "");
}

TEST_F(ForgedTokens, AreRefusedIfTheClaimsAreNotAnObject) {
  for (const char* payload : {"[]", "5", "null", "\"iss\""}) EXPECT_EQ(ReasonForPayload(payload), "iss is missing");
  for (const char* payload : {"", "{", "{}x", "{\"iss\":\"\xff\"}"}) EXPECT_EQ(ReasonForPayload(payload), "not JSON");
  EXPECT_EQ(ReasonForPayload(std::string(2'900, '[')), "not JSON");
}

TEST_F(ForgedTokens, AreRefusedIfAClaimIsMissing) {
  for (const char* name : {"iss", "aud", "iat", "exp", "role", "account", "user", "session"}) {
    json payload = TokenForge::Person();
    payload.erase(name);
    EXPECT_EQ(ReasonForPayload(payload.dump()), std::string(name) + " is missing");
  }
}

TEST_F(ForgedTokens, AreRefusedIfAClaimIsNotText) {
  for (const char* name : {"iss", "aud", "role"}) {
    for (const json& value : {json(5), json(nullptr), json::array({"voronka"}), json(true)}) {
      EXPECT_EQ(ReasonForClaim(name, value), std::string(name) + " is not text");
    }
  }
}

TEST_F(ForgedTokens, AreRefusedIfAClaimIsNotAWholeNumber) {
  for (const char* name : {"iat", "exp", "account", "user", "session"}) {
    for (const json& value : {json("1800000000"), json(1.5), json(1e30), json(-1), json(UINT64_MAX), json(nullptr),
                              json::array({1}), json(true)}) {
      EXPECT_EQ(ReasonForClaim(name, value), std::string(name) + " is not a whole number") << value;
    }
  }
}

TEST_F(ForgedTokens, AreRefusedIfATimeIsFarOff) {
  EXPECT_EQ(ReasonForClaim("exp", INT64_MAX), "exp is out of bounds");
  EXPECT_EQ(ReasonForClaim("iat", INT64_MAX), "iat is out of bounds");
}

TEST_F(ForgedTokens, AreRefusedFromAnotherIssuerOrForAnotherAudience) {
  EXPECT_EQ(ReasonForClaim("iss", "other"), "iss is another");
  EXPECT_EQ(ReasonForClaim("aud", ""), "aud is another");
}

TEST_F(ForgedTokens, AreRefusedWithAnUnknownRole) {
  EXPECT_EQ(ReasonForClaim("role", "ROLE_EMPEROR"), "role is unknown");
  EXPECT_THAT(ReasonForClaim("role", "ROLE_UNSPECIFIED"), HasSubstr("a person has a role"));
}

TEST_F(ForgedTokens, AreRefusedForNobody) {
  for (const char* name : {"account", "user", "session"}) {
    EXPECT_THAT(ReasonForClaim(name, 0), HasSubstr("a person has a role")) << name;
  }
}

TEST_F(ForgedTokens, AreRefusedIfTheUserKeySignsForAService) {
  json payload = TokenForge::Person();
  payload["role"] = "ROLE_SERVICE";
  payload["service"] = "distribution";
  EXPECT_EQ(ReasonForPayload(payload.dump()), "the key crm may not sign this");
  payload["service"] = "";
  EXPECT_EQ(ReasonForPayload(payload.dump()), "a service has a name and nothing else");
}

TEST_F(ForgedTokens, AreRefusedIfAServiceKeySignsForAnotherServiceOrAUser) {
  const std::string header = TokenForge::Header("distribution-1").dump();
  json payload = TokenForge::Person();
  EXPECT_EQ(Reason(forge_.Sign(header, payload.dump(), "distribution-1")), "the key distribution-1 may not sign this");
  payload["role"] = "ROLE_SERVICE";
  payload["service"] = "notifier";
  EXPECT_EQ(Reason(forge_.Sign(header, payload.dump(), "distribution-1")), "the key distribution-1 may not sign this");
}

}  // namespace
}  // namespace voronka::security

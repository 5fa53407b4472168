// CORS: which pages of other origins may call, and the headers that protect our own pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/premises.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

constexpr char kGetDeal[] = "/voronka.crm.v1.DealService/GetDeal";

class PagesOfOthers : public ::testing::Test {
 protected:
  HttpAnswer Ask(const std::string& verb, const std::string& origin, HttpHeaders headers = {}) {
    headers.emplace("origin", origin);
    headers.emplace("content-type", "application/json");
    return http_.Ask({.verb = verb, .path = kGetDeal, .headers = std::move(headers), .body = "{}"});
  }

  HttpClient http_{SharedPremises().system.gateway().address()};
};

TEST_F(PagesOfOthers, MayCallIfTheyAreConfigured) {
  const HttpAnswer answer = Ask("POST", Premises::kForeignOrigin);

  EXPECT_EQ(answer.header("access-control-allow-origin"), Premises::kForeignOrigin);
  EXPECT_EQ(answer.header("access-control-allow-credentials"), "true");
  EXPECT_THAT(answer.header("access-control-expose-headers"), HasSubstr("grpc-status"));
  EXPECT_THAT(answer.header("vary"), HasSubstr("origin"));
}

TEST_F(PagesOfOthers, LearnWhatTheyMaySendFromAPreflight) {
  const HttpAnswer answer =
      Ask("OPTIONS", Premises::kForeignOrigin,
          {{"access-control-request-method", "POST"}, {"access-control-request-headers", "authorization, x-grpc-web"}});

  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.body, "");
  EXPECT_THAT(answer.header("access-control-allow-methods"), HasSubstr("POST"));
  EXPECT_EQ(answer.header("access-control-allow-headers"), "authorization, x-grpc-web");
}

TEST_F(PagesOfOthers, MayNotCallOtherwise) {
  for (const std::string origin : {"https://evil.example", "http://crm.example.com", "https://crm.example.com:8443",
                                   "https://crm.example.com.evil.example", "https://CRM.example.com", "null", "*"}) {
    const HttpAnswer answer = Ask("POST", origin);
    EXPECT_EQ(answer.header("access-control-allow-origin"), "") << origin;
    EXPECT_THAT(answer.header("vary"), HasSubstr("origin")) << origin;
    const HttpAnswer preflight = Ask("OPTIONS", origin, {{"access-control-request-method", "POST"}});
    EXPECT_EQ(preflight.header("access-control-allow-origin"), "") << origin;
    EXPECT_NE(preflight.status, 204) << origin;
  }
}

// Of two origins neither is the page's.
TEST_F(PagesOfOthers, MayNotCallWithASecondOrigin) {
  EXPECT_EQ(
      Ask("POST", "https://evil.example", {{"origin", Premises::kForeignOrigin}}).header("access-control-allow-origin"),
      "");
}

TEST_F(PagesOfOthers, CannotFrameOursOrHaveItsTypeSniffed) {
  const HttpAnswer answer = Ask("POST", "");

  EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("default-src 'self'"));
  EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(answer.header("content-security-policy"), ::testing::Not(HasSubstr("unsafe-eval")));
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
  EXPECT_NE(answer.header("referrer-policy"), "");
}

TEST_F(PagesOfOthers, GetHstsOnlyOverHttps) {
  EXPECT_EQ(Ask("POST", "").header("strict-transport-security"), "");
  EXPECT_NE(Ask("POST", "", {{"x-forwarded-proto", "https"}}).header("strict-transport-security"), "");
}

}  // namespace
}  // namespace voronka::testing

// A request that is not a call of a method gets an HTTP error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/stand.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

class WrongCall : public Stand {};

TEST_F(WrongCall, ToAnUnknownMethodIsNotFound) {
  for (const char* path :
       {"/voronka.crm.v1.DealService/GetNothing", "/voronka.crm.v1.NoService/GetDeal", "/voronka.crm.v1.DealService",
        "/voronka.crm.v1.DealService/GetDeal/", "/voronka.crm.v1.DealService/", "/voronka./", "/voronka.",
        "/grpc.health.v1.Health/Check", "/voronka.crm.v1/DealService/GetDeal", "/nothing"}) {
    EXPECT_EQ(Post(path, "{}").status, 404) << path;
  }
}

TEST_F(WrongCall, WithAnotherVerbIsRefused) {
  for (const char* verb : {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    const HttpAnswer answer = http_.Ask({.verb = verb, .path = kGetDeal});
    EXPECT_EQ(answer.status, 405) << verb;
    EXPECT_EQ(answer.header("allow"), "POST") << verb;
  }
}

TEST_F(WrongCall, InAnUnknownContentTypeGetsTheSupportedOnes) {
  for (const char* type : {"text/plain", "application/xml", "application/grpc", "application/connect+json",
                           "application/x-www-form-urlencoded", "application/grpc-web+json", ""}) {
    const HttpAnswer answer = Post(kGetDeal, "{}", {}, type);
    EXPECT_EQ(answer.status, 415) << type;
    EXPECT_THAT(answer.header("accept-post"), HasSubstr("application/json")) << type;
  }
}

TEST_F(WrongCall, ToAStreamInAUnaryContentTypeGetsTheSupportedOnes) {
  const HttpAnswer answer = Post(kSubscribe, "{}");

  EXPECT_EQ(answer.status, 415);
  EXPECT_THAT(answer.header("accept-post"), HasSubstr("application/connect+json"));
}

TEST_F(WrongCall, NeverReachesAService) {
  const auto before = backend_.calls();
  Post("/voronka.crm.v1.DealService/GetNothing", "{}");
  Post(kGetDeal, "{}", {}, "text/plain");
  Post(kGetDeal, "{");
  EXPECT_EQ(backend_.calls(), before);
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/stand.h"

namespace voronka::testing {
namespace {

class MetadataOfACall : public Stand {
 protected:
  std::string Passed(const std::string& name, const std::string& value) {
    Post(kGetDeal, "{}", {{name, value}});
    return backend_.last().Metadatum(name);
  }
};

TEST_F(MetadataOfACall, ReachesTheService) {
  EXPECT_EQ(Passed("authorization", "Bearer abc"), "Bearer abc");
  EXPECT_EQ(Passed("accept-language", "ru"), "ru");
  EXPECT_EQ(Passed("x-anything", "goes"), "goes");
}

TEST_F(MetadataOfACall, ContinuesAValidTraceOnly) {
  const std::string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  EXPECT_EQ(Passed("traceparent", trace), trace);
  EXPECT_EQ(Passed("traceparent", "00-1-2-01"), "");
}

TEST_F(MetadataOfACall, IsDecodedIfItIsBinary) {
  EXPECT_EQ(Passed("x-raw-bin", "AP8="), std::string("\x00\xff", 2));
  EXPECT_EQ(Passed("x-raw-bin", "AP8"), std::string("\x00\xff", 2));
  EXPECT_EQ(Passed("x-raw-bin", "***"), "");
}

TEST_F(MetadataOfACall, ExcludesHeadersOfTheBrowserAndTheProxy) {
  for (const char* name : {"cookie", "origin", "referer", "sec-fetch-site", "x-forwarded-for", "x-grpc-web",
                           "grpc-encoding", "connect-protocol-version", "te", "upgrade-insecure-requests",
                           "voronka-client-address", "voronka-gateway-authorization"}) {
    EXPECT_EQ(Passed(name, "1"), "") << name;
  }
}

TEST_F(MetadataOfACall, IncludesTheClientsAddressOnlyForPublicMethods) {
  Post("/voronka.crm.v1.SessionService/Login", "{}", {{"voronka-client-address", "203.0.113.7"}});
  EXPECT_EQ(backend_.last().Metadatum("voronka-client-address"), "127.0.0.1");
  EXPECT_THAT(backend_.last().Metadatum("voronka-gateway-authorization"), ::testing::StartsWith("Bearer "));
  Post(kGetDeal, "{}");
  EXPECT_EQ(backend_.last().Metadatum("voronka-client-address"), "");
}

TEST_F(MetadataOfACall, IsOmittedIfGrpcWouldRefuseIt) {
  EXPECT_EQ(Passed("x-text", "имя"), "");
  EXPECT_EQ(Post(kGetDeal, "{}", {{"x(odd)", "1"}}).status, 400);
}

}  // namespace
}  // namespace voronka::testing

#include "foundation/process/web_origin.h"

#include <gtest/gtest.h>

namespace voronka::process {
namespace {

TEST(WebOrigins, HaveASchemeAndAHost) {
  for (const auto* text : {"https://crm.example.com", "https://crm.example.com:8443"}) {
    const auto origin = ParseWebOrigin(text);
    ASSERT_TRUE(origin) << text;
    EXPECT_TRUE(origin->secure);
    EXPECT_EQ(origin->host, "crm.example.com");
  }
  EXPECT_FALSE(ParseWebOrigin("http://127.0.0.1:7700")->secure);
  EXPECT_EQ(ParseWebOrigin("https://[::1]")->host, "::1");
  EXPECT_EQ(ParseWebOrigin("https://[::1]:8443")->host, "::1");
}

TEST(WebOrigins, SayNothingElse) {
  for (const auto* text : {"", "crm.example.com", "https://", "https:///", "ftp://a", "https://a/", "https://a/crm",
                           "https://a?b", "https://a#b", "https://b@a", "https://a:b", "https://a b"}) {
    EXPECT_FALSE(ParseWebOrigin(text)) << text;
  }
}

}  // namespace
}  // namespace voronka::process

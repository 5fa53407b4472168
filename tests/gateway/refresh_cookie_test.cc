#include <gmock/gmock.h>

#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string TokenIn(const char* cookies) {
  Request request;
  request.set(http::field::cookie, cookies);
  return RefreshTokenOf(request);
}

TEST(RefreshCookie, IsFoundAmongOthers) {
  EXPECT_EQ(TokenIn("a=b; voronka_refresh=1.2.x; c=d"), "1.2.x");
  EXPECT_EQ(TokenIn("voronka_refresh=1.2.x"), "1.2.x");
  EXPECT_EQ(TokenIn(" voronka_refresh=1.2.x ; c=d"), "1.2.x");
}

TEST(RefreshCookie, IsNotReadFromAnotherName) {
  EXPECT_EQ(TokenIn("xvoronka_refresh=1; voronka_refresh2=2; voronka_refresh"), "");
  EXPECT_EQ(RefreshTokenOf(Request()), "");
}

TEST(RefreshCookie, IsHiddenFromScriptsAndOtherSites) {
  const auto cookie = RefreshCookie("token", false);
  EXPECT_THAT(cookie, testing::AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Strict"), HasSubstr("Path=/session;")));
  EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
  EXPECT_THAT(RefreshCookie("token", true), HasSubstr("; Secure"));
}

TEST(RefreshCookie, IsRemovedWithoutAToken) { EXPECT_THAT(RefreshCookie("", false), HasSubstr("Max-Age=0")); }

}  // namespace
}  // namespace voronka::gateway

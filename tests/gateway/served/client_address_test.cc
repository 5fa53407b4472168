#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/premises.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

// The client's address in the access log.
class ClientAddress : public ::testing::Test {
 protected:
  // The line about a request that came from `peer` with this header.
  std::string Logged(const std::string& peer, const std::string& forwarded_for) {
    const std::string path = "/nothing-" + std::to_string(++number);
    HttpClient http(gateway_.address(), peer);
    http.Ask({.verb = "GET", .path = path, .headers = {{"x-forwarded-for", forwarded_for}}});
    std::string line;
    EXPECT_TRUE(Eventually([&] { return !(line = LineWith("path=" + path + " ")).empty(); }));
    return line;
  }

  std::string LineWith(const std::string& text) const {
    std::istringstream log(gateway_.LogTail());
    for (std::string line; std::getline(log, line);) {
      if (line.find(text) != std::string::npos) return line;
    }
    return "";
  }

  static inline int number = 0;
  Process& gateway_ = SharedPremises().system.gateway();
};

TEST_F(ClientAddress, IsWhatTheTrustedProxySays) {
  EXPECT_THAT(Logged("127.0.0.1", "203.0.113.7"), HasSubstr("client=203.0.113.7 "));
  EXPECT_THAT(Logged("127.0.0.1", "2001:db8::7"), HasSubstr("client=2001:db8::7 "));
}

TEST_F(ClientAddress, IsThePeersWhateverItClaims) {
  EXPECT_THAT(Logged("127.0.0.2", "203.0.113.7"), HasSubstr("client=127.0.0.2 "));
}

TEST_F(ClientAddress, IsTheLastOneThatTheProxyAdded) {
  EXPECT_THAT(Logged("127.0.0.1", "198.51.100.1, 203.0.113.7"), HasSubstr("client=203.0.113.7 "));
  EXPECT_THAT(Logged("127.0.0.1", "<script>"), HasSubstr("client=127.0.0.1 "));
}

}  // namespace
}  // namespace voronka::testing

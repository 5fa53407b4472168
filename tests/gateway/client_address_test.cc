#include "gateway/http/client_address.h"

#include <gmock/gmock.h>

#include <stdexcept>

namespace voronka::gateway {
namespace {

std::string AddressOf(const TrustedProxies& proxies, const std::string& peer, const std::string& forwarded) {
  Request request;
  request.set("x-forwarded-for", forwarded);
  return proxies.ClientOf(peer, request).address;
}

TEST(ClientAddress, IsThePeersWhateverItClaims) {
  const TrustedProxies nobody({});
  EXPECT_EQ(AddressOf(nobody, "203.0.113.7", "10.1.1.1"), "203.0.113.7");
}

TEST(ClientAddress, IsWhatATrustedProxySays) {
  const TrustedProxies local({"127.0.0.1"});
  EXPECT_EQ(AddressOf(local, "127.0.0.1", "203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(AddressOf(local, "127.0.0.2", "203.0.113.7"), "127.0.0.2");
}

TEST(ClientAddress, IsNotWhatTheClientClaims) {
  const TrustedProxies local({"127.0.0.1"});
  EXPECT_EQ(AddressOf(local, "127.0.0.1", "10.1.1.1, 203.0.113.7"), "203.0.113.7");
}

TEST(ClientAddress, IsFoundBehindAChainOfProxies) {
  const TrustedProxies network({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  EXPECT_EQ(AddressOf(network, "127.0.0.1", "198.51.100.1, 203.0.113.7, 10.2.3.4"), "203.0.113.7");
  EXPECT_EQ(AddressOf(network, "fd12::1", "203.0.113.7"), "203.0.113.7");
}

TEST(ClientAddress, IsTheProxysIfItSendsAnInvalidAddress) {
  const TrustedProxies local({"127.0.0.1"});
  EXPECT_EQ(AddressOf(local, "127.0.0.1", "unknown"), "127.0.0.1");
  EXPECT_EQ(AddressOf(local, "127.0.0.1", "fe80::1%any text"), "127.0.0.1");
  EXPECT_EQ(AddressOf(local, "127.0.0.1", {"192.0.2.1\0any text", 18}), "127.0.0.1");
}

TEST(ClientsScheme, ComesOnlyFromATrustedProxy) {
  const TrustedProxies local({"127.0.0.1"});
  Request request;
  request.set("x-forwarded-proto", "https");
  EXPECT_TRUE(local.ClientOf("127.0.0.1", request).secure);
  EXPECT_FALSE(local.ClientOf("203.0.113.7", request).secure);
}

TEST(ClientAddress, IsRateLimitedWithTheSubscribersWholeNetwork) {
  EXPECT_EQ(SubscriberOf("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(SubscriberOf("::ffff:203.0.113.7"), "::ffff:203.0.113.7");
  EXPECT_EQ(SubscriberOf("2001:db8:1:2:3:4:5:6"), SubscriberOf("2001:db8:1:2::9"));
  EXPECT_NE(SubscriberOf("2001:db8:1:2::9"), SubscriberOf("2001:db8:1:3::9"));
}

TEST(ClientAddress, RefusesInvalidProxies) {
  try {
    const TrustedProxies wrong({"10.0.0.0/33", "127.0.0.1", "proxy"});
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("10.0.0.0/33"), testing::HasSubstr("\"proxy\"")));
  }
}

}  // namespace
}  // namespace voronka::gateway

#include "foundation/process/network_address.h"

#include <gtest/gtest.h>

namespace voronka::process {
namespace {

using namespace std::string_view_literals;

TEST(NetworkAddresses, NeedAHostAndAPort) {
  for (const auto* text : {"", "127.0.0.1", ":7701", "127.0.0.1:", "a:65536", "a:-1", "a:-0", "a:1x", "a b:1",
                           "::1:7701", "[::1]", "[nonsense]:1", "http://a:1"}) {
    EXPECT_FALSE(ParseNetworkAddress(text)) << text;
  }
}

TEST(NetworkAddresses, RefuseANul) {
  for (const auto text : {"127.0.0.1\0.example:1"sv, "[::1\0x]:1"sv}) EXPECT_FALSE(ParseNetworkAddress(text));
}

TEST(NetworkAddresses, HaveHostAndPort) {
  const auto address = ParseNetworkAddress("crm.example:7701");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "crm.example");
  EXPECT_EQ(address->port, 7701);
}

TEST(NetworkAddresses, PutIpv6HostsInBrackets) {
  const auto address = ParseNetworkAddress("[::1]:7701");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "::1");
}

TEST(NetworkAddresses, AreLoopbackOnlyIfNoResolverIsNeeded) {
  for (const auto* host : {"127.0.0.1", "127.8.9.10", "::1", "localhost"}) EXPECT_TRUE(IsLoopback(host)) << host;
  for (const auto* host : {"0.0.0.0", "10.0.0.1", "::", "127.0.0.1.example.com", "localhost.example.com", ""}) {
    EXPECT_FALSE(IsLoopback(host)) << host;
  }
  EXPECT_FALSE(IsLoopback("127.0.0.1\0.example"sv));
}

}  // namespace
}  // namespace voronka::process

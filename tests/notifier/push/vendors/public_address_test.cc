#include "notifier/push/vendors/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <string>

namespace voronka::notifier {
namespace {

bool IsPublic(const std::string& text) {
  sockaddr_in ipv4{};
  ipv4.sin_family = AF_INET;
  if (inet_pton(AF_INET, text.c_str(), &ipv4.sin_addr) == 1) {
    return IsPublicAddress(reinterpret_cast<const sockaddr&>(ipv4));
  }
  sockaddr_in6 ipv6{};
  ipv6.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &ipv6.sin6_addr), 1) << text;
  return IsPublicAddress(reinterpret_cast<const sockaddr&>(ipv6));
}

TEST(PublicAddress, IsOneOnTheInternet) {
  for (const std::string address : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                                    "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255",
                                    "142.250.74.10", "2607:f8b0:4005::200a", "2a00:1450::1", "64:ff9b::8efa:4a0a"}) {
    EXPECT_TRUE(IsPublic(address)) << address;
  }
}

TEST(PublicAddress, IsNotOneOfThisMachineOrANetworkOfItsOwn) {
  for (const std::string address : {"0.0.0.0",
                                    "10.0.0.0",
                                    "10.255.255.255",
                                    "100.64.0.0",
                                    "100.127.255.255",
                                    "127.0.0.1",
                                    "127.255.255.254",
                                    "169.254.169.254",
                                    "172.16.0.0",
                                    "172.31.255.255",
                                    "192.0.0.1",
                                    "192.0.2.1",
                                    "192.168.0.1",
                                    "198.18.0.1",
                                    "198.19.255.255",
                                    "198.51.100.1",
                                    "203.0.113.1",
                                    "224.0.0.1",
                                    "239.255.255.255",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fe80::1",
                                    "fc00::1",
                                    "fdff::1",
                                    "ff02::1",
                                    "2001:db8::1",
                                    "3fff::1"}) {
    EXPECT_FALSE(IsPublic(address)) << address;
  }
}

TEST(PublicAddress, IsNotAnotherSpellingOfAPrivateOne) {
  for (const std::string address : {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:1.1.1.1", "::127.0.0.1",
                                    "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1", "2001:0:7f00:1::1"}) {
    EXPECT_FALSE(IsPublic(address)) << address;
  }
}

}  // namespace
}  // namespace voronka::notifier

#include "notifier/push/vendors/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace voronka::notifier {
namespace {

struct Network {
  const char* address;
  int bits;
};

// Of the IANA's registries of special addresses, those that are not reached over the internet.
constexpr Network kSpecialIpv4[] = {
    {"0.0.0.0", 8},     {"10.0.0.0", 8},      {"100.64.0.0", 10},  {"127.0.0.0", 8},    {"169.254.0.0", 16},
    {"172.16.0.0", 12}, {"192.0.0.0", 24},    {"192.0.2.0", 24},   {"192.88.99.0", 24}, {"192.168.0.0", 16},
    {"198.18.0.0", 15}, {"198.51.100.0", 24}, {"203.0.113.0", 24}, {"224.0.0.0", 4},    {"240.0.0.0", 4},
};
// Machines are given addresses only of this part of IPv6.
constexpr Network kGlobalIpv6 = {"2000::", 3};
constexpr Network kSpecialIpv6[] = {{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"3fff::", 20}};
// NAT64: the last four bytes are an address of IPv4.
constexpr Network kIpv4InIpv6 = {"64:ff9b::", 96};

using Octets = std::span<const uint8_t>;

bool IsIn(Octets address, const Network& network) {
  std::array<uint8_t, sizeof(in6_addr)> start{};
  inet_pton(address.size() == sizeof(in_addr) ? AF_INET : AF_INET6, network.address, start.data());
  const auto whole = static_cast<size_t>(network.bits / 8);
  if (std::memcmp(address.data(), start.data(), whole) != 0) return false;
  const int rest = network.bits % 8;
  return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
}

bool IsInAny(Octets address, std::span<const Network> networks) {
  return std::ranges::any_of(networks, [&](const Network& network) { return IsIn(address, network); });
}

bool IsPublicIpv4(Octets address) { return !IsInAny(address, kSpecialIpv4); }

bool IsPublicIpv6(Octets address) {
  if (IsIn(address, kIpv4InIpv6)) return IsPublicIpv4(address.last(sizeof(in_addr)));
  return IsIn(address, kGlobalIpv6) && !IsInAny(address, kSpecialIpv6);
}

template <class Address>
Octets OctetsOf(const Address& address) {
  return {reinterpret_cast<const uint8_t*>(&address), sizeof address};
}

}  // namespace

bool IsPublicAddress(const sockaddr& address) {
  switch (address.sa_family) {
    case AF_INET:
      return IsPublicIpv4(OctetsOf(reinterpret_cast<const sockaddr_in&>(address).sin_addr));
    case AF_INET6:
      return IsPublicIpv6(OctetsOf(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr));
    default:
      return false;
  }
}

}  // namespace voronka::notifier

#include "foundation/process/network_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <cstdint>

namespace voronka::process {
namespace {

// The C library would stop reading such a host at its NUL.
bool HasNul(std::string_view host) { return host.find('\0') != std::string_view::npos; }

std::optional<uint16_t> ParsePort(std::string_view text) {
  uint16_t port = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || rest != end) return std::nullopt;
  return port;
}

bool IsIpv6(const std::string& host) {
  in6_addr address;
  return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

}  // namespace

std::optional<NetworkAddress> ParseNetworkAddress(std::string_view text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::optional<uint16_t> port = ParsePort(text.substr(colon + 1));
  std::string host(text.substr(0, colon));
  if (!port || host.empty() || HasNul(host)) return std::nullopt;
  if (host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
    return IsIpv6(host) ? std::optional(NetworkAddress{host, *port}) : std::nullopt;
  }
  if (host.find_first_of(":[] /") != std::string::npos) return std::nullopt;
  return NetworkAddress{host, *port};
}

bool IsLoopback(std::string_view host) {
  if (host == "localhost") return true;
  if (HasNul(host)) return false;
  const std::string text(host);
  in_addr ipv4;
  if (inet_pton(AF_INET, text.c_str(), &ipv4) == 1) return ntohl(ipv4.s_addr) >> 24 == IN_LOOPBACKNET;
  in6_addr ipv6;
  return inet_pton(AF_INET6, text.c_str(), &ipv6) == 1 && IN6_IS_ADDR_LOOPBACK(&ipv6);
}

}  // namespace voronka::process

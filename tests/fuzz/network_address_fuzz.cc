#include <fmt/format.h>

#include "foundation/process/network_address.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using process::NetworkAddress;

std::string Spelled(const NetworkAddress& address) {
  const bool ipv6 = address.host.find(':') != std::string::npos;
  return ipv6 ? fmt::format("[{}]:{}", address.host, address.port) : fmt::format("{}:{}", address.host, address.port);
}

bool IsSpelledAsLoopback(const std::string& host) {
  return host == "localhost" || host.find_first_not_of("0123456789abcdefABCDEF.:") == std::string::npos;
}

}  // namespace

void Check(const std::string& input) {
  const auto address = process::ParseNetworkAddress(input);
  if (!address) return;
  Require(address->port >= 0 && address->port <= 65535, "a port is one");
  if (process::IsLoopback(address->host))
    Require(IsSpelledAsLoopback(address->host), "loopback is a number or localhost");
  const auto again = process::ParseNetworkAddress(Spelled(*address));
  Require(again && again->host == address->host && again->port == address->port, "an address is read as it is spelled");
  Require(input.starts_with('[') || input.substr(0, input.rfind(':')) == address->host, "a host is what was given");
}

}  // namespace voronka::fuzz

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace voronka::process {

struct NetworkAddress {
  std::string host;
  int port = 0;
};

// Reads `host:port` or `[ipv6]:port`; nothing where it is neither.
std::optional<NetworkAddress> ParseNetworkAddress(std::string_view text);

// Whether what is sent there stays on this machine, whatever a resolver says.
bool IsLoopback(std::string_view host);

}  // namespace voronka::process

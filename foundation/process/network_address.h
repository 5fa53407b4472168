#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace voronka::process {

struct NetworkAddress {
  std::string host;
  int port = 0;
};

// Parses `host:port` or `[ipv6]:port`; nothing if it is neither.
std::optional<NetworkAddress> ParseNetworkAddress(std::string_view text);

// Whether what is sent to the host stays on this machine, whatever a resolver says.
bool IsLoopback(std::string_view host);

}  // namespace voronka::process

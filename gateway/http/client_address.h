#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/http/exchange.h"

namespace voronka::gateway {

// The proxies before this program, which say who their client is. What anybody else says of that is not believed.
class TrustedProxies {
 public:
  // Addresses and networks, as `127.0.0.1`, `::1`, `10.0.0.0/8`. Throws std::invalid_argument that names each mistake.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  Client ClientOf(const std::string& peer, const Request& request) const;

 private:
  struct Network {
    asio::ip::address_v6 first;
    int prefix;
  };

  static bool Parse(std::string_view text, Network& network);
  bool IsTrusted(std::string_view address) const;

  std::vector<Network> networks_;
};

// Whom a limit is for: an IPv4 address; the /64 network of an IPv6 one, of which a subscriber has every address.
std::string SubscriberOf(const std::string& address);

}  // namespace voronka::gateway

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::process {

// The proxies before a program, which say who their client is. What anybody else says of that is not believed.
class TrustedProxies {
 public:
  TrustedProxies() = default;
  // Addresses and networks, as `127.0.0.1`, `::1`, `10.0.0.0/8`. Throws std::invalid_argument that names each mistake.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  bool IsTrusted(std::string_view address) const;
  // The first, from its end, of the addresses that `peer` has sent along (`X-Forwarded-For`) that is no trusted
  // proxy's.
  std::string ClientOf(const std::string& peer, std::string_view forwarded_for) const;

 private:
  using Bytes = std::array<uint8_t, 16>;
  struct Network {
    Bytes first;
    int prefix;
  };

  static bool Parse(std::string_view text, Network& network);

  std::vector<Network> networks_;
};

bool IsAddress(std::string_view text);

// Whom a limit is for: an IPv4 address; the /64 network of an IPv6 one, of which a subscriber has every address.
std::string SubscriberOf(const std::string& address);

}  // namespace voronka::process

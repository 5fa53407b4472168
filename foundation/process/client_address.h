#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::process {

// The proxies in front of a program, which report their client's address. What anybody else reports is not trusted.
class TrustedProxies {
 public:
  TrustedProxies() = default;
  // Addresses and networks, for example `127.0.0.1`, `::1`, `10.0.0.0/8`. Throws std::invalid_argument that names every
  // mistake.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  bool IsTrusted(std::string_view address) const;
  // The client of `peer`. Reads from its end the list of addresses that `peer` sent along (`X-Forwarded-For`) and
  // returns the first that does not belong to a trusted proxy.
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

// The subscriber that a limit applies to: an IPv4 address, or the /64 network of an IPv6 address, all of which belongs
// to one subscriber.
std::string SubscriberOf(const std::string& address);

}  // namespace voronka::process

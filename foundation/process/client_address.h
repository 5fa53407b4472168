#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::process {

// Addresses and networks, for example `127.0.0.1`, `::1`, `10.0.0.0/8`.
class Networks {
 public:
  Networks() = default;
  // `option`: where they are configured. Throws std::invalid_argument that names every mistake.
  Networks(const std::vector<std::string>& networks, std::string_view option);

  bool Contain(std::string_view address) const;

 private:
  using Bytes = std::array<uint8_t, 16>;
  struct Network {
    Bytes first;
    int prefix;
  };

  static bool Parse(std::string_view text, Network& network);

  std::vector<Network> networks_;
};

// The proxies in front of a program, which report their client's address. What anybody else reports is not trusted.
class TrustedProxies {
 public:
  TrustedProxies() = default;
  // Throws as Networks.
  explicit TrustedProxies(const std::vector<std::string>& networks) : networks_(networks, "trusted_proxies") {}

  bool IsTrusted(std::string_view address) const { return networks_.Contain(address); }
  // The client of `peer`. Reads from its end the list of addresses that `peer` sent along (`X-Forwarded-For`) and
  // returns the first that does not belong to a trusted proxy.
  std::string ClientOf(const std::string& peer, std::string_view forwarded_for) const;

 private:
  Networks networks_;
};

bool IsAddress(std::string_view text);

// The subscriber that a limit applies to: an IPv4 address, or the /64 network of an IPv6 address, all of which belongs
// to one subscriber.
std::string SubscriberOf(const std::string& address);

}  // namespace voronka::process

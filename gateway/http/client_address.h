#pragma once

#include <string>
#include <vector>

#include "foundation/process/client_address.h"
#include "gateway/http/exchange.h"

namespace voronka::gateway {

using process::SubscriberOf;

// Who sends a request, as the proxies before this program tell it in its headers.
class TrustedProxies {
 public:
  // As process::TrustedProxies.
  explicit TrustedProxies(const std::vector<std::string>& networks) : proxies_(networks) {}

  Client ClientOf(const std::string& peer, const Request& request) const;

 private:
  const process::TrustedProxies proxies_;
};

}  // namespace voronka::gateway

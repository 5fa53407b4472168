#pragma once

#include <memory>

#include "client/service_clients.h"
#include "gateway/http/exchange.h"

namespace voronka::gateway {

// Gives a service the client's address, with this program's own credentials, so that the service trusts it. For public
// methods, whose callers have no credentials.
class ForwardedAddress {
 public:
  explicit ForwardedAddress(const client::ServiceClients& services) : identity_(services.IdentityFor(0)) {}

  void AddTo(client::Metadata& metadata, const Client& client) const;

 private:
  const std::unique_ptr<client::Identity> identity_;
};

}  // namespace voronka::gateway

#pragma once

#include <memory>

#include "client/service_clients.h"
#include "gateway/http/exchange.h"

namespace voronka::gateway {

// Tells a service from where a client comes, and proves that it may be believed. For public methods, whose callers are
// known by nothing else.
class Introduction {
 public:
  explicit Introduction(const client::ServiceClients& services) : identity_(services.IdentityFor(0)) {}

  void AddTo(client::Metadata& metadata, const Client& who) const;

 private:
  const std::unique_ptr<client::Identity> identity_;
};

}  // namespace voronka::gateway

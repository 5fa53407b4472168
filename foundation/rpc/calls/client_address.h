#pragma once

#include <grpcpp/server_context.h>

#include <string>

#include "foundation/process/client_address.h"
#include "foundation/process/clock.h"
#include "foundation/security/token_cache.h"

namespace voronka::rpc {

// The client's address as the gateway reports it. The second key proves that the gateway does:
// `Bearer <token of the service gateway>`. The call's own `authorization` belongs to the client.
inline constexpr char kClientAddress[] = "voronka-client-address";
inline constexpr char kGatewayAuthorization[] = "voronka-gateway-authorization";

// Where a call comes from: what the gateway reports; else what a trusted proxy reports (`x-forwarded-for`); else the
// other end of the connection. Given as the subscriber that limits apply to.
class ClientAddresses {
 public:
  ClientAddresses(security::CachedVerifier& tokens, const process::Clock& clock, process::TrustedProxies proxies)
      : tokens_(tokens), clock_(clock), proxies_(std::move(proxies)) {}

  std::string Of(const grpc::ServerContextBase& context) const;

 private:
  bool IsFromTheGateway(const grpc::ServerContextBase& context) const;

  security::CachedVerifier& tokens_;
  const process::Clock& clock_;
  const process::TrustedProxies proxies_;
};

// The address in what gRPC calls a peer, for example `ipv4:127.0.0.1:7701` or `ipv6:%5B::1%5D:7701`. Any other peer is
// returned as it is.
std::string AddressOfPeer(const std::string& peer);

}  // namespace voronka::rpc

#pragma once

#include <grpcpp/server_context.h>

#include <string>

#include "foundation/process/client_address.h"
#include "foundation/process/clock.h"
#include "foundation/security/token_cache.h"

namespace voronka::rpc {

// What the gateway says of its client, and that it is the gateway who says so: `Bearer <token of the service gateway>`.
// The call's own `authorization` is the client's.
inline constexpr char kClientAddress[] = "voronka-client-address";
inline constexpr char kGatewayAuthorization[] = "voronka-gateway-authorization";

// From where a call comes: what the gateway says; or a proxy whose word is believed (`x-forwarded-for`); or who is at
// the other end of the connection. As the subscriber whom a limit is for.
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

// The address in what gRPC calls a peer, as `ipv4:127.0.0.1:7701` or `ipv6:%5B::1%5D:7701`; another peer as it is.
std::string AddressOfPeer(const std::string& peer);

}  // namespace voronka::rpc

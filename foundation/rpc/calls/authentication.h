#pragma once

#include <grpcpp/server_context.h>

#include "foundation/process/clock.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/calls/client_address.h"
#include "foundation/rpc/calls/method_policy.h"
#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/token_cache.h"

namespace voronka::rpc {

// Finds out who calls, from the metadata of the call:
//   authorization: Bearer <access token>
//   voronka-account: <id>       services only
//   voronka-client-address      the gateway only, of a public method: see ClientAddresses
//   accept-language: ru | en
class Authentication {
 public:
  // `proxies`: whose word on the client's address is believed.
  Authentication(security::CachedVerifier& tokens, const Revocations& revocations, const process::Clock& clock,
                 process::TrustedProxies proxies = {})
      : tokens_(tokens), revocations_(revocations), clock_(clock), addresses_(tokens, clock, std::move(proxies)) {}

  // Throws UNAUTHENTICATED, and where an account is named wrongly or by somebody who may not. A public method asks for
  // no token, and its caller is known by their address.
  Caller Identify(const grpc::ServerContextBase& context, const MethodPolicy& policy);
  // Still what it was when the call began: for streams.
  bool IsStillValid(const Caller& caller) const;

 private:
  security::Claims Verify(const std::string& token);

  security::CachedVerifier& tokens_;
  const Revocations& revocations_;
  const process::Clock& clock_;
  const ClientAddresses addresses_;
};

// UNAUTHENTICATED.
Error TokenInvalid();

// `ru` or `en`.
std::string LocaleOf(const grpc::ServerContextBase& context);

}  // namespace voronka::rpc

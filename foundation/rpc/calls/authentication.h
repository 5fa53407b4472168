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

// Identifies the caller from the metadata of the call:
//   authorization: Bearer <access token>
//   voronka-account: <id>       services only
// voronka-client-address      set by the gateway only, for public methods: see ClientAddresses
//   accept-language: ru | en
class Authentication {
 public:
  // `proxies` are those whose word on the client's address is trusted.
  Authentication(security::CachedVerifier& tokens, const Revocations& revocations, const process::Clock& clock,
                 process::TrustedProxies proxies = {})
      : tokens_(tokens), revocations_(revocations), clock_(clock), addresses_(tokens, clock, std::move(proxies)) {}

  // Throws UNAUTHENTICATED for a bad token, and where the account is named wrongly or by a caller who may not name one.
  // A public method needs no token; its caller is identified by their address.
  Caller Identify(const grpc::ServerContextBase& context, const MethodPolicy& policy);
  // Whether what was true when the call began is still true: for streams.
  bool IsStillValid(const Caller& caller) const;

 private:
  security::Claims Verify(const std::string& token);

  security::CachedVerifier& tokens_;
  const Revocations& revocations_;
  const process::Clock& clock_;
  const ClientAddresses addresses_;
};

// The UNAUTHENTICATED error.
Error TokenInvalid();

// `ru` or `en`.
std::string LocaleOf(const grpc::ServerContextBase& context);

}  // namespace voronka::rpc

#pragma once

#include <grpcpp/server_context.h>

#include "foundation/process/clock.h"
#include "foundation/rpc/caller.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/method_policy.h"
#include "foundation/rpc/revocations.h"
#include "foundation/security/token_cache.h"

namespace voronka::rpc {

// Finds out who calls, from the metadata of the call:
//   authorization: Bearer <access token>
//   voronka-account: <id>       services only
//   accept-language: ru | en
class Authentication {
 public:
  Authentication(security::CachedVerifier& tokens, const Revocations& revocations, const process::Clock& clock)
      : tokens_(tokens), revocations_(revocations), clock_(clock) {}

  // Throws UNAUTHENTICATED, and where an account is named wrongly or by somebody who may not. A public method asks for
  // no token.
  Caller Identify(const grpc::ServerContextBase& context, const MethodPolicy& policy);
  // Still what it was when the call began: for streams.
  bool IsStillValid(const Caller& caller) const;

 private:
  security::Claims Verify(const std::string& token);

  security::CachedVerifier& tokens_;
  const Revocations& revocations_;
  const process::Clock& clock_;
};

// UNAUTHENTICATED.
Error TokenInvalid();

// `ru` or `en`.
std::string LocaleOf(const grpc::ServerContextBase& context);

}  // namespace voronka::rpc

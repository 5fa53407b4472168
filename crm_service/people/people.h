#pragma once

#include <memory>

#include "crm_service/people/login/login_limits.h"
#include "crm_service/people/login/token_issuer.h"
#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/server/service.h"
#include "foundation/rpc/server/service_host.h"
#include "foundation/security/access_token.h"
#include "foundation/security/password_gate.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::crm {

// The services of accounts, users, teams and sessions, and what they share and remember between calls.
class People {
 public:
  People(rpc::ServiceHost& host, const config::v1::Crm& configuration);

  // They refer to this object.
  rpc::Services Services();
  // Another key of the configured folder may have to sign tokens from now on.
  void ReloadSigningKey();

 private:
  using Service = std::unique_ptr<grpc::Service>;

  Service AccountService();
  Service UserService();
  Service TeamService();
  Service RoleAccessService();
  Service SessionService();

  rpc::ServiceHost& host_;
  security::PasswordGate passwords_;
  security::TokenSigner signer_;
  const TokenIssuer issuer_;
  LoginLimits login_limits_;
  // By address. An office that returns from its holidays stays below it.
  FailureLimit failed_refreshes_{300, std::chrono::minutes(3)};
  // By session: whoever finds a phone that is logged in can only guess slowly.
  FailureLimit wrong_proofs_{10, std::chrono::minutes(15)};
};

}  // namespace voronka::crm

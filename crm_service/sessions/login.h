#pragma once

#include <optional>
#include <string>

#include "crm_service/sessions/login_throttle.h"
#include "crm_service/sessions/token_issuer.h"
#include "foundation/rpc/session.h"
#include "foundation/security/password_gate.h"

namespace voronka::crm {

// Lets in who knows a password.
class Login {
 public:
  Login(security::PasswordGate& passwords, const TokenIssuer& issuer) : passwords_(passwords), issuer_(issuer) {}

  // Throws UNAUTHENTICATED (WRONG_LOGIN) and RESOURCE_EXHAUSTED (TOO_MANY_LOGINS).
  v1::LoginResponse Run(rpc::Session& session, const v1::LoginRequest& request);

 private:
  struct Identity {
    int64_t account_id;
    v1::User user;
  };

  std::optional<Identity> Identify(rpc::Session& session, const v1::LoginRequest& request);
  v1::LoginResponse Start(rpc::Session& session, const Identity& identity, const std::string& client);

  security::PasswordGate& passwords_;
  const TokenIssuer& issuer_;
  LoginThrottle throttle_;
};

}  // namespace voronka::crm

#pragma once

#include <optional>
#include <string>

#include "crm_service/people/login/login_limits.h"
#include "crm_service/people/login/token_issuer.h"
#include "crm_service/people/users/logins.h"
#include "foundation/rpc/session.h"
#include "foundation/security/password_gate.h"

namespace voronka::crm {

// Lets in who knows a password.
class Login {
 public:
  Login(security::PasswordGate& passwords, const TokenIssuer& issuer) : passwords_(passwords), issuer_(issuer) {}

  // Throws UNAUTHENTICATED (WRONG_LOGIN) and RESOURCE_EXHAUSTED (TOO_MANY_LOGINS,
  // TOO_MANY_ATTEMPTS).
  v1::LoginResponse Run(rpc::Session& session, const v1::LoginRequest& request);

 private:
  using Found = std::optional<Logins::Found>;

  // The user whose login and password these are.
  std::optional<v1::User> Identify(rpc::Session& session, const Found& found, const std::string& password);
  v1::LoginResponse Start(rpc::Session& session, int64_t account_id, const v1::User& user, const std::string& client);

  security::PasswordGate& passwords_;
  const TokenIssuer& issuer_;
  LoginLimits limits_;
};

}  // namespace voronka::crm

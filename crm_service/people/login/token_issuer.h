#pragma once

#include <chrono>
#include <cstdint>

#include "crm_service/people/sessions/refresh_token.h"
#include "foundation/security/access_token.h"
#include "voronka/config/v1/services.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Makes the response to a login or a refresh. Access tokens live 15 minutes and refresh tokens 30 days, unless the
// configuration says otherwise.
class TokenIssuer {
 public:
  TokenIssuer(const security::TokenSigner& signer, const config::v1::Crm& configuration);

  v1::LoginResponse Issue(const RefreshToken& refresh_token, const v1::Session& session, const v1::User& user,
                          int64_t now) const;
  // When a session that is refreshed now will expire.
  int64_t RefreshExpiry(int64_t now) const { return now + std::chrono::microseconds(refresh_lifetime_).count(); }

 private:
  const security::TokenSigner& signer_;
  const std::chrono::seconds access_lifetime_;
  const std::chrono::seconds refresh_lifetime_;
};

}  // namespace voronka::crm

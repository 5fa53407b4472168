#pragma once

#include <cstdint>
#include <string>

#include "client/identity.h"
#include "foundation/security/access_token.h"
#include "tests/support/system.h"

namespace voronka::bench {

// Tokens of the callers. They are signed here, because a thousand logins would take longer than the measurement.
class Callers {
 public:
  explicit Callers(const testing::System& system);

  client::Metadata Manager(int64_t account_id, int64_t user_id) const;
  // The service that submits inquiries.
  client::Metadata Intake(int64_t account_id) const;

 private:
  client::Metadata Introduce(const security::TokenSigner& signer, const security::Claims& claims,
                             int64_t account_id) const;

  const process::Clock& clock_;
  const security::TokenSigner users_;
  const security::TokenSigner intake_;
};

}  // namespace voronka::bench

#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "client/identity.h"
#include "foundation/process/clock.h"
#include "foundation/security/access_token.h"

namespace voronka::client {

// A program that signs its own short-lived tokens.
class ServiceIdentity final : public Identity {
 public:
  // Acts on the account; 0: on none, for methods that need no account.
  ServiceIdentity(std::string name, std::shared_ptr<const security::TokenSigner> signer, int64_t account_id,
                  const process::Clock& clock);
  ServiceIdentity(std::string name, const config::v1::SigningKey& key, int64_t account_id, const process::Clock& clock);

  Metadata Credentials() override;

 private:
  const std::string& CurrentToken();

  const std::string name_;
  const std::shared_ptr<const security::TokenSigner> signer_;
  const int64_t account_id_;
  const process::Clock& clock_;
  std::mutex mutex_;
  std::string token_;
  int64_t renew_micros_ = 0;
};

}  // namespace voronka::client

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "client/client.h"
#include "client/service_identity.h"
#include "foundation/process/log.h"

namespace voronka::client {

// How a service calls the others: under its own identity, on one account or another. Safe to use from every thread.
class ServiceClients {
 public:
  ServiceClients(const Endpoints& endpoints, std::string name, const config::v1::SigningKey& key,
                 const process::Clock& clock)
      : channels_(endpoints),
        name_(std::move(name)),
        signer_(std::make_shared<security::TokenSigner>(key)),
        clock_(clock) {}

  // 0: for methods that need no account.
  Client& For(int64_t account_id);

  // For calls that do not go through a Client.
  const Channels& channels() const { return channels_; }
  std::unique_ptr<Identity> IdentityFor(int64_t account_id) const;

  // Switches to a new key and new certificates. Throws like TokenSigner::Reload and Channels::Renew.
  void Renew(process::Log& log);

 private:
  Channels channels_;
  const std::string name_;
  const std::shared_ptr<security::TokenSigner> signer_;
  const process::Clock& clock_;
  std::mutex mutex_;
  std::map<int64_t, std::unique_ptr<Client>> clients_;
};

}  // namespace voronka::client

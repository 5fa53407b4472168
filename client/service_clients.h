#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "client/client.h"
#include "client/service_identity.h"

namespace voronka::client {

// How a service calls the others: as itself, on one account or another. Safe to use from every thread.
class ServiceClients {
 public:
  ServiceClients(const Endpoints& endpoints, std::string name, config::v1::SigningKey key, const process::Clock& clock)
      : channels_(endpoints), name_(std::move(name)), key_(std::move(key)), clock_(clock) {}

  // 0: for methods that act on no account.
  Client& For(int64_t account_id);

 private:
  const Channels channels_;
  const std::string name_;
  const config::v1::SigningKey key_;
  const process::Clock& clock_;
  std::mutex mutex_;
  std::map<int64_t, std::unique_ptr<Client>> clients_;
};

}  // namespace voronka::client

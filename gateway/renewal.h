#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "client/service_clients.h"
#include "foundation/process/log.h"

namespace voronka::gateway {

// Checks every second whether keys and certificates were replaced, on a thread of its own, until it is destroyed.
class Renewal {
 public:
  Renewal(client::ServiceClients& services, process::Log& log);

 private:
  void Loop(const std::stop_token& stop);
  // If the new ones cannot be used, keeps the old ones.
  void Renew();

  client::ServiceClients& services_;
  process::Log& log_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

}  // namespace voronka::gateway

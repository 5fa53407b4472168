#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::gateway {

// Checks every second whether keys and certificates were replaced, on a thread of its own, until it is destroyed.
class Renewal {
 public:
  // `tls` are the files that it calls the services with, whose expiry is reported.
  Renewal(client::ServiceClients& services, config::v1::Tls tls, process::Log& log, process::Metrics& metrics);

 private:
  void Loop(const std::stop_token& stop);
  // If the new ones cannot be used, keeps the old ones.
  void Renew();

  client::ServiceClients& services_;
  const config::v1::Tls tls_;
  process::Log& log_;
  process::Metrics& metrics_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

}  // namespace voronka::gateway

#pragma once

#include <prometheus/gauge.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "client/channels.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"

namespace voronka::gateway {

// Asks each service every second whether it serves, on a thread of its own, until it is destroyed. The metric
// `voronka_service_serving{service}` and the log tell of every change.
class ServiceHealth {
 public:
  // By name, such as `crm`: whether it serves. All are down until they have been asked.
  using States = std::map<std::string, bool, std::less<>>;

  ServiceHealth(const client::Channels& channels, process::Log& log, process::Metrics& metrics);

  States Now() const;

 private:
  void Loop(const std::stop_token& stop);
  void Note(const States& states);

  const client::Channels& channels_;
  process::Log& log_;
  process::Metrics& metrics_;
  mutable std::mutex mutex_;
  std::condition_variable_any stopped_;
  States states_;
  std::jthread thread_;
};

}  // namespace voronka::gateway

#pragma once

#include <chrono>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "gateway/http/exchange.h"

namespace voronka::gateway {

// The access log and the metrics.
class Traffic {
 public:
  Traffic(process::Log& log, process::Metrics& metrics);

  void ConnectionOpened();
  void ConnectionClosed();
  void ConnectionRefused();
  void Answered(const Exchange& exchange, std::chrono::steady_clock::duration took);

 private:
  process::Log& log_;
  process::Metrics& metrics_;
  prometheus::Gauge& connections_;
  prometheus::Counter& refused_;
};

}  // namespace voronka::gateway

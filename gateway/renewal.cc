#include "gateway/renewal.h"

#include <chrono>
#include <exception>
#include <utility>

#include "foundation/security/certificate_expiry.h"

namespace voronka::gateway {
namespace {

constexpr std::chrono::seconds kEvery(1);

}  // namespace

Renewal::Renewal(client::ServiceClients& services, config::v1::Tls tls, process::Log& log, process::Metrics& metrics)
    : services_(services),
      tls_(std::move(tls)),
      log_(log),
      metrics_(metrics),
      thread_([this](const std::stop_token& stop) { Loop(stop); }) {}

void Renewal::Loop(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    Renew();
    stopped_.wait_for(lock, stop, kEvery, [] { return false; });
  }
}

void Renewal::Renew() try {
  security::ReportExpiry(tls_, metrics_);
  services_.Renew(log_);
} catch (const std::exception& error) {
  log_.Warning("keys and certificates cannot be renewed", {{"error", error.what()}});
}

}  // namespace voronka::gateway

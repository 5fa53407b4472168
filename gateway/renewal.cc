#include "gateway/renewal.h"

#include <chrono>
#include <exception>

namespace voronka::gateway {
namespace {

constexpr std::chrono::seconds kEvery(1);

}  // namespace

Renewal::Renewal(client::ServiceClients& services, process::Log& log)
    : services_(services), log_(log), thread_([this](const std::stop_token& stop) { Loop(stop); }) {}

void Renewal::Loop(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    Renew();
    stopped_.wait_for(lock, stop, kEvery, [] { return false; });
  }
}

void Renewal::Renew() try { services_.Renew(log_); } catch (const std::exception& error) {
  log_.Warning("keys and certificates cannot be renewed", {{"error", error.what()}});
}

}  // namespace voronka::gateway

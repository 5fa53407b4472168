#include "tests/gateway/served/premises.h"

#include <future>
#include <memory>

namespace voronka::testing {
namespace {

config::v1::Gateway Gateway() {
  config::v1::Gateway gateway;
  gateway.add_trusted_proxies("127.0.0.1");
  gateway.add_allowed_origins(Premises::kForeignOrigin);
  gateway.add_form_senders(Premises::kBuilder);
  return gateway;
}

}  // namespace

Premises::Premises() : system({.gateway = Gateway(), .trusted_proxies = {"127.0.0.1"}}), account(system) {}

Premises& SharedPremises() {
  // If it cannot be created, every test reports that, and none tries again.
  static const std::shared_future<std::shared_ptr<Premises>> premises =
      std::async(std::launch::deferred, [] { return std::make_shared<Premises>(); }).share();
  return *premises.get();
}

}  // namespace voronka::testing

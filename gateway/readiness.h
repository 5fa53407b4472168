#pragma once

#include "gateway/http/handler.h"
#include "gateway/services/service_health.h"

namespace voronka::gateway {

// `/healthz`: the process lives. `/readyz`: it takes calls, and the system of record serves. Without another service
// only its part is missing, and the calls to it say so; the rest must stay reachable. The body is JSON and lists every
// service: {"ready": true, "services": {"crm": "serving", "distribution": "serving", "notifier": "down"}}.
class Readiness final : public Handler {
 public:
  explicit Readiness(const ServiceHealth& health) : health_(health) {}

  Task<> Handle(Exchange& exchange) override;

 private:
  Response Ready(bool stopping) const;

  const ServiceHealth& health_;
};

}  // namespace voronka::gateway

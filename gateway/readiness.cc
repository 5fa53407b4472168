#include "gateway/readiness.h"

#include <nlohmann/json.hpp>

namespace voronka::gateway {
namespace {

constexpr const char* kIndispensable = "crm";

}  // namespace

Task<> Readiness::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  if (PathOf(exchange.request()) == "/healthz") {
    co_return co_await exchange.Answer(PlainAnswer(http::status::ok, "alive"));
  }
  co_await exchange.Answer(Ready(exchange.drain().begun()));
}

Response Readiness::Ready(bool stopping) const {
  const auto states = health_.Now();
  const bool ready = !stopping && states.at(kIndispensable);
  nlohmann::json body = {{"ready", ready}, {"services", nlohmann::json::object()}};
  if (stopping) body["stopping"] = true;
  for (const auto& [name, serving] : states) body["services"][name] = serving ? "serving" : "down";
  return MakeResponse(ready ? http::status::ok : http::status::service_unavailable, "application/json", body.dump());
}

}  // namespace voronka::gateway

#include "gateway/readiness.h"

#include <fmt/format.h>

#include "gateway/calls/upstream.h"
#include "gateway/rpc/byte_buffer.h"

namespace voronka::gateway {
namespace {

constexpr std::chrono::seconds kHealthTimeout(1);
// grpc.health.v1.HealthCheckResponse with the status SERVING.
constexpr std::string_view kServing = "\x08\x01";

}  // namespace

Task<> Readiness::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  if (PathOf(exchange.request()) == "/healthz") {
    co_return co_await exchange.Answer(PlainAnswer(http::status::ok, "alive"));
  }
  std::string missing = "the gateway stops";
  if (!exchange.drain().begun()) missing = co_await NotServing(exchange.executor());
  if (missing.empty()) co_return co_await exchange.Answer(PlainAnswer(http::status::ok, "ready"));
  co_await exchange.Answer(PlainAnswer(http::status::service_unavailable, "not ready: " + missing));
}

Task<std::string> Readiness::NotServing(asio::any_io_executor executor) {
  std::string missing;
  for (const auto& [name, channel] : channels_.All()) {
    UnaryCall call(
        channel,
        {.method = "/grpc.health.v1.Health/Check", .metadata = {}, .timeout = kHealthTimeout, .request = ToBuffer("")},
        executor);
    const Answer answer = co_await call.Run();
    if (answer.ending.status.ok() && ToString(answer.message) == kServing) continue;
    missing += fmt::format("{}{}", missing.empty() ? "" : ", ", name);
  }
  co_return missing;
}

}  // namespace voronka::gateway

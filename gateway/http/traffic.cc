#include "gateway/http/traffic.h"

#include <string>
#include <vector>

namespace voronka::gateway {

Traffic::Traffic(process::Log& log, process::Metrics& metrics)
    : log_(log),
      metrics_(metrics),
      connections_(metrics.Gauge("connections", "Connections open now.")),
      refused_(metrics.Counter("connections_refused_total", "Connections over the limit.")) {}

void Traffic::ConnectionOpened() { connections_.Increment(); }

void Traffic::ConnectionClosed() { connections_.Decrement(); }

void Traffic::ConnectionRefused() { refused_.Increment(); }

void Traffic::Answered(const Exchange& exchange, std::chrono::steady_clock::duration took) {
  const std::string status = std::to_string(exchange.status());
  metrics_.Counter("http_requests_total", "Requests answered, by HTTP status.", {{"status", status}}).Increment();
  const double millis = std::chrono::duration<double, std::milli>(took).count();
  // Without the query, which may hold private data.
  std::vector<process::LogField> fields = {{"client", exchange.client().address},
                                           {"method", View(exchange.request().method_string())},
                                           {"path", PathOf(exchange.request())},
                                           {"status", exchange.status()},
                                           {"sent", exchange.sent()},
                                           {"ms", millis}};
  fields.insert(fields.end(), exchange.notes().begin(), exchange.notes().end());
  log_.Info("request", fields);
}

}  // namespace voronka::gateway

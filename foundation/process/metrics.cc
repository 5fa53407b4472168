#include "foundation/process/metrics.h"

#include <fmt/format.h>
#include <prometheus/exposer.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <stdexcept>

namespace voronka::process {
namespace {

const prometheus::Histogram::BucketBoundaries& Seconds() {
  static const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                                   0.25,  0.5,    1,     2.5,  5,     10,   30};
  return kSeconds;
}

template <class Builder>
auto& Register(Builder builder, const std::string& name, const std::string& help, prometheus::Registry& registry) {
  return builder.Name("voronka_" + name).Help(help).Register(registry);
}

std::unique_ptr<prometheus::Exposer> Expose(const std::string& listen,
                                            const std::shared_ptr<prometheus::Registry>& registry) {
  if (listen.empty()) return nullptr;
  try {
    auto exposer = std::make_unique<prometheus::Exposer>(listen, 1);
    exposer->RegisterCollectable(registry);
    return exposer;
  } catch (const std::exception&) {
    throw std::runtime_error(fmt::format("metrics_listen: cannot listen on {}", listen));
  }
}

}  // namespace

Metrics::Metrics(const std::string& listen)
    : registry_(std::make_shared<prometheus::Registry>()),
      exposer_(Expose(listen, registry_)),
      calls_(Register(prometheus::BuildCounter(), "calls_total", "Calls served, by method and code", *registry_)),
      call_seconds_(Register(prometheus::BuildHistogram(), "call_seconds", "Time a call took, by method", *registry_)),
      internal_errors_(Counter("internal_errors_total", "Calls and streams that ended with INTERNAL: bugs.")) {}

Metrics::~Metrics() = default;

void Metrics::CountCall(const std::string& method, const std::string& code, double seconds) {
  Count(method, code);
  call_seconds_.Add({{"method", method}}, Seconds()).Observe(seconds);
}

void Metrics::CountStream(const std::string& method, const std::string& code) { Count(method, code); }

void Metrics::Count(const std::string& method, const std::string& code) {
  calls_.Add({{"method", method}, {"code", code}}).Increment();
  if (code == "INTERNAL") internal_errors_.Increment();
}

prometheus::Counter& Metrics::Counter(const std::string& name, const std::string& help,
                                      const prometheus::Labels& labels) {
  return Register(prometheus::BuildCounter(), name, help, *registry_).Add(labels);
}

prometheus::Gauge& Metrics::Gauge(const std::string& name, const std::string& help, const prometheus::Labels& labels) {
  return Register(prometheus::BuildGauge(), name, help, *registry_).Add(labels);
}

prometheus::Histogram& Metrics::Histogram(const std::string& name, const std::string& help,
                                          const prometheus::Labels& labels) {
  return Register(prometheus::BuildHistogram(), name, help, *registry_).Add(labels, Seconds());
}

std::string Metrics::Page() const { return prometheus::TextSerializer().Serialize(registry_->Collect()); }

int Metrics::Port() const { return exposer_ ? exposer_->GetListeningPorts().front() : 0; }

}  // namespace voronka::process

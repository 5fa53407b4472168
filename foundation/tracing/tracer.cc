#include "foundation/tracing/tracer.h"

#include <cerrno>
#include <random>

namespace voronka::tracing {
namespace {

std::unique_ptr<Exporter> MakeExporter(const config::v1::Traces& traces, process::Log& log, process::Metrics& metrics) {
  if (traces.endpoint().empty()) return nullptr;
  // The program's name is the service's.
  return std::make_unique<Exporter>(traces.endpoint(), program_invocation_short_name, log, metrics);
}

}  // namespace

Tracer::Tracer(const config::v1::Traces& traces, process::Log& log, process::Metrics& metrics)
    : share_(traces.has_sample() ? traces.sample() : 1), exporter_(MakeExporter(traces, log, metrics)) {}

bool Tracer::Samples() const {
  thread_local std::minstd_rand generator{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(generator) < share_;
}

}  // namespace voronka::tracing

#pragma once

#include <memory>
#include <string_view>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/tracing/exporter.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::tracing {

// Decides which calls are traced. Safe to use from every thread.
class Tracer {
 public:
  // Without an endpoint it is off.
  Tracer(const config::v1::Traces& traces, process::Log& log, process::Metrics& metrics);

  bool is_on() const { return exporter_ != nullptr; }
  process::SpanSink* sink() { return exporter_.get(); }
  // Whether a trace that begins here is sent.
  bool Samples() const;

 private:
  const double share_;
  // NULL: off.
  const std::unique_ptr<Exporter> exporter_;
};

}  // namespace voronka::tracing

#include "foundation/rpc/streams/stream_report.h"

#include "foundation/rpc/calls/call_report.h"

namespace voronka::rpc {
namespace {

// Every stream ends so in normal operation: it was read to its end, its reader went away, or it is resumed elsewhere.
bool IsOrdinary(const std::string& code) { return code == "OK" || code == "CANCELLED" || code == "UNAVAILABLE"; }

}  // namespace

StreamReport::StreamReport(process::Log& log, process::Metrics& metrics, const MethodPolicy& policy,
                           const grpc::ServerContextBase& context)
    : log_(log),
      metrics_(metrics),
      policy_(policy),
      open_(metrics.Gauge("open_streams", "Streams that are open, by method", {{"method", policy.name}})) {
  if (const auto trace = process::ParseTraceParent(TraceParentOf(context))) trace_ = process::Trace{.context = *trace};
  open_.Increment();
}

void StreamReport::End(const std::string& code, const std::string& hidden) {
  metrics_.CountStream(policy_.name, code);
  if (IsOrdinary(code) && hidden.empty()) return;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin_;
  const process::TraceScope scope(trace_ ? &*trace_ : nullptr);
  LogFailure(log_, {policy_.name, caller, "", code, took.count(), hidden});
}

}  // namespace voronka::rpc

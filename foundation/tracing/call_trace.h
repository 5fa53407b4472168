#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/process/span.h"
#include "foundation/tracing/tracer.h"

namespace voronka::tracing {

// The trace of a call that this process serves. It continues the caller's; if that is missing or not valid, a new one
// begins where traces are on. Where they are off, the caller's is passed on as it came.
class CallTrace {
 public:
  CallTrace(Tracer& tracer, std::string_view traceparent);

  // For TraceScope; NULL: none.
  const process::Trace* trace() const { return trace_ ? &*trace_ : nullptr; }
  // Whether somebody wants to know how it ends.
  bool is_sent() const { return trace_ && trace_->sink != nullptr; }
  // Call at most once. Fills in what this object knows of the span.
  void End(process::EndedSpan span) const;

 private:
  void Join(Tracer& tracer, const std::optional<process::TraceContext>& caller);

  std::optional<process::Trace> trace_;
  process::SpanId parent_{};
  int64_t begin_nanos_ = 0;
};

}  // namespace voronka::tracing

#include "foundation/tracing/call_trace.h"

#include <utility>

namespace voronka::tracing {

using process::Trace;
using process::TraceContext;

CallTrace::CallTrace(Tracer& tracer, std::string_view traceparent) {
  const auto caller = traceparent.empty() ? std::nullopt : process::ParseTraceParent(traceparent);
  if (tracer.is_on()) {
    Join(tracer, caller);
  } else if (caller) {
    trace_ = Trace{.context = *caller};
  }
}

void CallTrace::Join(Tracer& tracer, const std::optional<TraceContext>& caller) {
  trace_.emplace();
  if (caller) {
    trace_->context = *caller;
    parent_ = caller->span_id;
  } else {
    trace_->context.trace_id = process::NewTraceId();
    trace_->context.flags = tracer.Samples() ? 1 : 0;
  }
  // A span that is not sent would only hide the caller's from those who come after it.
  if (caller && !caller->sampled()) return;
  trace_->context.span_id = process::NewSpanId();
  if (!trace_->context.sampled()) return;
  trace_->sink = tracer.sink();
  begin_nanos_ = process::NanosNow();
}

void CallTrace::End(process::EndedSpan span) const {
  if (!is_sent()) return;
  span.context = trace_->context;
  span.parent = parent_;
  span.kind = process::EndedSpan::Kind::kServer;
  span.begin_nanos = begin_nanos_;
  span.end_nanos = process::NanosNow();
  trace_->sink->Take(std::move(span));
}

}  // namespace voronka::tracing

#include "gateway/http/traced.h"

#include <string>
#include <utility>

namespace voronka::gateway {
namespace {

constexpr char kTraceState[] = "tracestate";
constexpr int kFirstServerError = 500;

// Files and forms have too many paths to be told apart by name.
std::string SpanNameOf(const Request& request, const std::string& path) {
  const std::string verb(View(request.method_string()));
  return path.starts_with("/voronka.") || path.starts_with("/session/") ? verb + " " + path : verb;
}

}  // namespace

tracing::CallTrace BeginTrace(tracing::Tracer& tracer, Request& request) {
  // Of several headers, none can be the right one.
  const bool is_single = request.count(process::kTraceParent) == 1;
  const std::string sent(is_single ? HeaderOf(request, process::kTraceParent) : std::string_view());
  tracing::CallTrace trace(tracer, sent);
  if (!process::ParseTraceParent(sent)) {
    request.erase(process::kTraceParent);
    request.erase(kTraceState);
  }
  if (const auto* begun = trace.trace()) request.set(process::kTraceParent, process::TraceParentOf(begun->context));
  return trace;
}

void EndTrace(const tracing::CallTrace& trace, const Exchange& exchange) {
  if (!trace.is_sent()) return;
  const std::string path(PathOf(exchange.request()));
  process::EndedSpan span{
      .name = SpanNameOf(exchange.request(), path),
      .attributes = {{"url.path", path}, {"http.response.status_code", std::to_string(exchange.status())}}};
  if (exchange.status() >= kFirstServerError) span.error = std::to_string(exchange.status());
  trace.End(std::move(span));
}

}  // namespace voronka::gateway

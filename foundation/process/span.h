#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "foundation/process/trace_context.h"

namespace voronka::process {

// A piece of work that has ended, as it is sent to a collector.
struct EndedSpan {
  // The numbers are those of OTLP.
  enum class Kind { kInternal = 1, kServer = 2 };

  TraceContext context = {};
  // All zero: the trace begins with this span.
  SpanId parent = {};
  Kind kind = Kind::kInternal;
  std::string name = {};
  // Since 1970.
  int64_t begin_nanos = 0;
  int64_t end_nanos = 0;
  std::vector<std::pair<std::string, std::string>> attributes = {};
  // Why the work failed; empty: it did not.
  std::string error = {};
};

class SpanSink {
 public:
  virtual ~SpanSink() = default;
  // From any thread. Must not wait.
  virtual void Take(EndedSpan span) = 0;
};

// What work of one thread belongs to.
struct Trace {
  TraceContext context = {};
  // NULL: nobody wants its spans; the trace is only passed on and logged.
  SpanSink* sink = nullptr;
};

// The trace of what this thread does at present; NULL: none.
const Trace* CurrentTrace();

// While it exists, this thread works for the trace, which must outlive it; NULL: for none. The log then names the trace
// in each line, and calls to other services pass it on. Not for coroutines, which change threads.
class TraceScope {
 public:
  explicit TraceScope(const Trace* trace);
  ~TraceScope();
  TraceScope(const TraceScope&) = delete;
  TraceScope& operator=(const TraceScope&) = delete;

 private:
  const Trace* const before_;
};

// A part of this thread's work, as long as this object lives. Does nothing unless somebody wants the trace's spans. If
// an exception ends it, the span has failed.
class Span {
 public:
  explicit Span(const char* name);
  ~Span();
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;

 private:
  const Trace* const trace_;
  const char* const name_;
  const int64_t begin_nanos_;
  const int exceptions_;
};

int64_t NanosNow();
SpanId NewSpanId();
TraceId NewTraceId();

}  // namespace voronka::process

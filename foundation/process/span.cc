#include "foundation/process/span.h"

#include <chrono>
#include <cstring>
#include <exception>
#include <random>

namespace voronka::process {
namespace {

thread_local const Trace* current = nullptr;

// Ids must differ, and need not be secret: a call must not wait for the kernel's generator.
std::mt19937_64& Generator() {
  thread_local std::mt19937_64 generator = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64(seed);
  }();
  return generator;
}

template <size_t N>
std::array<uint8_t, N> NewId() {
  std::array<uint8_t, N> id{};
  for (size_t at = 0; at < N; at += sizeof(uint64_t)) {
    const uint64_t random = Generator()();
    std::memcpy(id.data() + at, &random, sizeof(random));
  }
  // All zero would mean: none.
  id.back() |= 1;
  return id;
}

}  // namespace

const Trace* CurrentTrace() { return current; }

TraceScope::TraceScope(const Trace* trace) : before_(current) { current = trace; }
TraceScope::~TraceScope() { current = before_; }

Span::Span(const char* name)
    : trace_(current != nullptr && current->sink != nullptr ? current : nullptr),
      name_(name),
      begin_nanos_(trace_ == nullptr ? 0 : NanosNow()),
      exceptions_(std::uncaught_exceptions()) {}

Span::~Span() {
  if (trace_ == nullptr) return;
  EndedSpan span{.context = trace_->context,
                 .parent = trace_->context.span_id,
                 .name = name_,
                 .begin_nanos = begin_nanos_,
                 .end_nanos = NanosNow()};
  span.context.span_id = NewSpanId();
  if (std::uncaught_exceptions() > exceptions_) span.error = "failed";
  trace_->sink->Take(std::move(span));
}

int64_t NanosNow() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

SpanId NewSpanId() { return NewId<8>(); }
TraceId NewTraceId() { return NewId<16>(); }

}  // namespace voronka::process

#include "foundation/tracing/exporter.h"

#include <chrono>
#include <utility>

#include "foundation/tracing/otlp.h"

namespace voronka::tracing {
namespace {

// A few megabytes. At 1,000 traced calls a second, what comes while the collector does not answer for three seconds.
constexpr size_t kMostWaiting = 8'192;
constexpr size_t kBatch = 512;
constexpr std::chrono::seconds kLongestWait(1);
// Callers choose paths and request ids.
constexpr size_t kLongestText = 256;

void Shorten(std::string& text) {
  if (text.size() > kLongestText) text.resize(kLongestText);
}

void Shorten(process::EndedSpan& span) {
  Shorten(span.name);
  for (auto& [key, value] : span.attributes) Shorten(value);
}

}  // namespace

Exporter::Exporter(std::string endpoint, std::string service, process::Log& log, process::Metrics& metrics)
    : service_(std::move(service)),
      collector_(std::move(endpoint)),
      log_(log),
      sent_(metrics.Counter("spans_sent_total", "Spans that the collector of traces has taken.")),
      dropped_(metrics.Counter("spans_dropped_total", "Spans that the collector of traces has not taken.")),
      thread_([this] { Loop(); }) {}

Exporter::~Exporter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Exporter::Take(process::EndedSpan span) {
  Shorten(span);
  bool is_batch = false;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting) return dropped_.Increment();
    waiting_.push_back(std::move(span));
    is_batch = waiting_.size() == kBatch;
  }
  if (is_batch) changed_.notify_one();
}

void Exporter::Loop() {
  for (Spans spans = Next(); !spans.empty(); spans = Next()) Send(spans);
}

Exporter::Spans Exporter::Next() {
  std::unique_lock lock(mutex_);
  do {
    changed_.wait_for(lock, kLongestWait, [this] { return stopping_ || waiting_.size() >= kBatch; });
  } while (waiting_.empty() && !stopping_);
  return std::exchange(waiting_, {});
}

void Exporter::Send(const Spans& spans) {
  const std::string failure = collector_.Post(OtlpJson(service_, spans));
  (failure.empty() ? sent_ : dropped_).Increment(static_cast<double>(spans.size()));
  Note(failure);
}

void Exporter::Note(const std::string& failure) {
  if (std::exchange(failing_, !failure.empty()) == !failure.empty()) return;
  failure.empty() ? log_.Info("the collector takes traces again")
                  : log_.Warning("the collector of traces takes nothing; spans are dropped", {{"reason", failure}});
}

}  // namespace voronka::tracing

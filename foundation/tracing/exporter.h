#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/process/span.h"
#include "foundation/tracing/collector.h"

namespace voronka::tracing {

// Sends spans to a collector in batches, on a thread of its own. Whoever hands in a span never waits: what does not fit
// into the queue, or is not taken by the collector, is dropped and counted.
class Exporter final : public process::SpanSink {
 public:
  Exporter(std::string endpoint, std::string service, process::Log& log, process::Metrics& metrics);
  // Sends what is left, once.
  ~Exporter() override;

  void Take(process::EndedSpan span) override;

 private:
  using Spans = std::vector<process::EndedSpan>;

  void Loop();
  // Waits until there is something to send. Empty: stop.
  Spans Next();
  void Send(const Spans& spans);
  // Logs only the first of consecutive failures.
  void Note(const std::string& failure);

  const std::string service_;
  Collector collector_;
  process::Log& log_;
  prometheus::Counter& sent_;
  prometheus::Counter& dropped_;
  bool failing_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  Spans waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::tracing

#include "foundation/timers/timer_report.h"

#include <algorithm>

namespace voronka::timers {
namespace {

constexpr double kSecond = 1'000'000;

double SecondsAfter(int64_t due, int64_t now) { return static_cast<double>(std::max<int64_t>(0, now - due)) / kSecond; }

}  // namespace

TimerReport::TimerReport(process::Metrics& metrics)
    : metrics_(metrics), late_(metrics.Gauge("timers_late_seconds", "How long the oldest due timer has waited.")) {}

void TimerReport::Know(const std::string& kind) {
  kinds_.insert({kind,
                 {metrics_.Histogram("timer_delay_seconds", "From a timer's moment until its work was done, by kind.",
                                     {{"kind", kind}}),
                  metrics_.Counter("timer_failures_total", "Work of timers that failed and comes again, by kind.",
                                   {{"kind", kind}})}});
}

void TimerReport::Swept(std::optional<int64_t> earliest, int64_t now) {
  late_.Set(earliest ? SecondsAfter(*earliest, now) : 0);
}

void TimerReport::Done(const Timer& timer, int64_t now) {
  const auto known = kinds_.find(timer.key.kind);
  if (known != kinds_.end()) known->second.delay.Observe(SecondsAfter(timer.due, now));
}

void TimerReport::Failed(const std::string& kind) {
  const auto known = kinds_.find(kind);
  if (known != kinds_.end()) known->second.failures.Increment();
}

}  // namespace voronka::timers

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "foundation/process/metrics.h"
#include "foundation/timers/timer.h"

namespace voronka::timers {

// The timers of a process in its metrics. Safe to use from every thread once all kinds are known.
class TimerReport {
 public:
  explicit TimerReport(process::Metrics& metrics);

  void Know(const std::string& kind);
  // The table has been swept: `earliest` is the due time of the first armed timer; nothing: none is armed soon.
  void Swept(std::optional<int64_t> earliest, int64_t now);
  // The timer's work is done.
  void Done(const Timer& timer, int64_t now);
  void Failed(const std::string& kind);

 private:
  struct Kind {
    prometheus::Histogram& delay;
    prometheus::Counter& failures;
  };

  process::Metrics& metrics_;
  prometheus::Gauge& late_;
  std::map<std::string, Kind> kinds_;
};

}  // namespace voronka::timers

#pragma once

#include <cstdint>
#include <optional>

#include "foundation/process/metrics.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// What becomes of due pushes in the metrics of the process, until their push services answer. Safe to use from every
// thread.
class SenderReport {
 public:
  explicit SenderReport(process::Metrics& metrics);

  // Handed to its push service, the first time or again.
  void Handed(const v1::PushIntent& intent, int64_t now);
  void Expired(int count) { expired_.Increment(count); }
  // The table was looked through: the next pending push is due at that moment; nothing: none is pending.
  void Swept(std::optional<int64_t> next, int64_t now);

 private:
  prometheus::Gauge& late_;
  prometheus::Histogram& delay_;
  prometheus::Counter& expired_;
};

}  // namespace voronka::notifier

#pragma once

#include <cstdint>

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
  // The table was looked through: this push is due longest. Null: none is.
  void Swept(const v1::PushIntent* due_longest, int64_t now);

 private:
  prometheus::Gauge& late_;
  prometheus::Histogram& delay_;
  prometheus::Counter& expired_;
};

}  // namespace voronka::notifier

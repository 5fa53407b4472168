#pragma once

#include "foundation/process/metrics.h"
#include "notifier/push/vendors/push.h"

namespace voronka::notifier {

// Counts what push services answer. Safe to use from every thread.
class PushReport {
 public:
  explicit PushReport(process::Metrics& metrics) : metrics_(metrics) {}

  // The vendor's series are there before their first count, so that the first can be noticed.
  void Show(v1::Vendor vendor);
  // `answered`, which also counts the answer and the time until then.
  PushAnswered Counting(v1::Vendor vendor, PushAnswered answered);

 private:
  prometheus::Counter& Answers(v1::Vendor vendor, PushAnswer::Outcome outcome);
  prometheus::Histogram& Seconds(v1::Vendor vendor);

  process::Metrics& metrics_;
};

}  // namespace voronka::notifier

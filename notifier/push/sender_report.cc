#include "notifier/push/sender_report.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

namespace voronka::notifier {
namespace {

constexpr double kMicrosPerSecond = 1'000'000;

double SecondsSince(const google::protobuf::Timestamp& moment, int64_t now) {
  const int64_t passed = now - google::protobuf::util::TimeUtil::TimestampToMicroseconds(moment);
  return static_cast<double>(std::max<int64_t>(0, passed)) / kMicrosPerSecond;
}

}  // namespace

SenderReport::SenderReport(process::Metrics& metrics)
    : late_(metrics.Gauge("pushes_late_seconds", "How long the push that is due longest has waited to be sent.")),
      delay_(metrics.Histogram("push_delay_seconds",
                               "From the moment when a push is due until it is first handed to its push service.")),
      expired_(metrics.Counter("pushes_expired_total", "Pushes that no push service took within their life.")) {}

void SenderReport::Handed(const v1::PushIntent& intent, int64_t now) {
  if (intent.attempts() <= 1) delay_.Observe(SecondsSince(intent.due_time(), now));
}

void SenderReport::Swept(const v1::PushIntent* due_longest, int64_t now) {
  late_.Set(due_longest == nullptr ? 0 : SecondsSince(due_longest->next_time(), now));
}

}  // namespace voronka::notifier

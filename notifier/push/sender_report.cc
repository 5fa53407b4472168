#include "notifier/push/sender_report.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

namespace voronka::notifier {
namespace {

constexpr double kMicrosPerSecond = 1'000'000;

double SecondsSince(int64_t moment, int64_t now) {
  return static_cast<double>(std::max<int64_t>(0, now - moment)) / kMicrosPerSecond;
}

}  // namespace

SenderReport::SenderReport(process::Metrics& metrics)
    : late_(metrics.Gauge("pushes_late_seconds", "How long the push that is due longest has waited to be sent.")),
      delay_(metrics.Histogram("push_delay_seconds",
                               "From the moment when a push is due until it is first handed to its push service.")),
      expired_(metrics.Counter("pushes_expired_total", "Pushes that no push service took within their life.")) {}

void SenderReport::Handed(const v1::PushIntent& intent, int64_t now) {
  if (intent.attempts() > 1) return;
  delay_.Observe(SecondsSince(google::protobuf::util::TimeUtil::TimestampToMicroseconds(intent.due_time()), now));
}

void SenderReport::Swept(std::optional<int64_t> next, int64_t now) { late_.Set(next ? SecondsSince(*next, now) : 0); }

}  // namespace voronka::notifier

#include "notifier/push/vendors/push_report.h"

#include <chrono>
#include <string>
#include <utility>

namespace voronka::notifier {
namespace {

using enum PushAnswer::Outcome;

std::string LabelOf(v1::Vendor vendor) {
  switch (vendor) {
    case v1::VENDOR_WEB_PUSH:
      return "web_push";
    case v1::VENDOR_FCM:
      return "fcm";
    case v1::VENDOR_APNS:
      return "apns";
    case v1::VENDOR_UNIFIED_PUSH:
      return "unified_push";
    default:
      return "unknown";
  }
}

std::string LabelOf(PushAnswer::Outcome outcome) {
  switch (outcome) {
    case kAccepted:
      return "accepted";
    case kGone:
      return "gone";
    case kLater:
      return "later";
    case kRefused:
      return "refused";
  }
  return {};
}

}  // namespace

void PushReport::Show(v1::Vendor vendor) {
  for (const auto outcome : {kAccepted, kGone, kLater, kRefused}) Answers(vendor, outcome);
  Seconds(vendor);
}

PushAnswered PushReport::Counting(v1::Vendor vendor, PushAnswered answered) {
  const auto start = std::chrono::steady_clock::now();
  return [this, vendor, start, answered = std::move(answered)](const PushAnswer& answer) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    Seconds(vendor).Observe(passed.count());
    Answers(vendor, answer.outcome).Increment();
    answered(answer);
  };
}

prometheus::Counter& PushReport::Answers(v1::Vendor vendor, PushAnswer::Outcome outcome) {
  return metrics_.Counter("push_answers_total", "Answers of push services, by vendor and outcome",
                          {{"vendor", LabelOf(vendor)}, {"outcome", LabelOf(outcome)}});
}

prometheus::Histogram& PushReport::Seconds(v1::Vendor vendor) {
  return metrics_.Histogram("push_answer_seconds", "Time from sending a push until its service has answered",
                            {{"vendor", LabelOf(vendor)}});
}

}  // namespace voronka::notifier

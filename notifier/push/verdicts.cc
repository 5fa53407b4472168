#include "notifier/push/verdicts.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>

namespace voronka::notifier {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;
using v1::PushIntent;
using Outcome = PushAnswer::Outcome;

constexpr microseconds kShortestPause = seconds(1);
constexpr microseconds kLongestPause = std::chrono::minutes(5);
// From here on the pause is the longest.
constexpr int kMostDoublings = 9;

microseconds PauseAfter(int attempts) {
  return std::min(kLongestPause, kShortestPause * (1 << std::clamp(attempts - 1, 0, kMostDoublings)));
}

int64_t ExpiryOf(const PushIntent& intent) {
  return google::protobuf::util::TimeUtil::TimestampToMicroseconds(intent.expire_time());
}

Verdict Later(const PushIntent& intent, const PushAnswer& answer, int64_t now) {
  const auto pause = answer.retry_after ? std::max(*answer.retry_after, kShortestPause) : PauseAfter(intent.attempts());
  const int64_t left = ExpiryOf(intent) - now;
  if (pause.count() >= left) return {PushIntent::STATE_EXPIRED, answer.detail, 0, answer.trouble};
  return {PushIntent::STATE_PENDING, answer.detail, now + pause.count(), answer.trouble};
}

}  // namespace

Verdict VerdictOn(const PushIntent& intent, const PushAnswer& answer, int64_t now) {
  switch (answer.outcome) {
    case Outcome::kAccepted:
      return {PushIntent::STATE_ACCEPTED, answer.detail};
    case Outcome::kLater:
      return Later(intent, answer, now);
    case Outcome::kGone:
    case Outcome::kRefused:
      break;
  }
  return {PushIntent::STATE_REFUSED, answer.detail, 0, answer.trouble};
}

bool IsTooLate(const PushIntent& intent, int64_t now) { return ExpiryOf(intent) <= now; }

}  // namespace voronka::notifier

#include "notifier/push/verdicts.h"

#include <gtest/gtest.h>

#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using v1::PushIntent;
using Outcome = PushAnswer::Outcome;

const int64_t kNow = At("2026-03-02T09:00:00Z");

// Its life ends in an hour.
PushIntent Attempted(int attempts) {
  PushIntent intent;
  intent.set_attempts(attempts);
  *intent.mutable_expire_time() = Timestamp(kNow + 3600 * kSecond);
  return intent;
}

int64_t PauseAfter(int attempts) {
  return (VerdictOn(Attempted(attempts), {.outcome = Outcome::kLater}, kNow).next - kNow) / kSecond;
}

TEST(Verdicts, SaveTheServicesWord) {
  EXPECT_EQ(VerdictOn(Attempted(1), {.outcome = Outcome::kAccepted, .detail = "status 201"}, kNow),
            (Verdict{PushIntent::STATE_ACCEPTED, "status 201"}));
  EXPECT_EQ(VerdictOn(Attempted(1), {.outcome = Outcome::kGone, .detail = "status 410"}, kNow),
            (Verdict{PushIntent::STATE_REFUSED, "status 410"}));
  EXPECT_EQ(
      VerdictOn(Attempted(1),
                {.outcome = Outcome::kRefused, .detail = "status 403", .trouble = PushIntent::TROUBLE_KEYS}, kNow),
      (Verdict{PushIntent::STATE_REFUSED, "status 403", 0, PushIntent::TROUBLE_KEYS}));
}

TEST(Verdicts, PauseLongerEachTime) {
  EXPECT_EQ(PauseAfter(1), 1);
  EXPECT_EQ(PauseAfter(2), 2);
  EXPECT_EQ(PauseAfter(5), 16);
  EXPECT_EQ(PauseAfter(10), 300);
  EXPECT_EQ(PauseAfter(1'000'000), 300);
}

TEST(Verdicts, PauseAsLongAsTheServiceSays) {
  const auto verdict = VerdictOn(Attempted(7), {.outcome = Outcome::kLater, .retry_after = seconds(120)}, kNow);
  EXPECT_EQ(verdict, (Verdict{PushIntent::STATE_PENDING, "", kNow + 120 * kSecond}));
}

TEST(Verdicts, NeverSendAgainAtOnce) {
  const auto verdict = VerdictOn(Attempted(1), {.outcome = Outcome::kLater, .retry_after = seconds(-5)}, kNow);
  EXPECT_EQ(verdict.next, kNow + kSecond);
}

TEST(Verdicts, GiveUpWhatWouldComeTooLate) {
  const auto verdict =
      VerdictOn(Attempted(1), {.outcome = Outcome::kLater, .retry_after = hours(1), .detail = "status 503"}, kNow);
  EXPECT_EQ(verdict, (Verdict{PushIntent::STATE_EXPIRED, "status 503"}));
  EXPECT_FALSE(IsTooLate(Attempted(1), kNow));
  EXPECT_TRUE(IsTooLate(Attempted(1), kNow + 3600 * kSecond));
}

}  // namespace
}  // namespace voronka::notifier

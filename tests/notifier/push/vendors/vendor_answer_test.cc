#include "notifier/push/vendors/vendor_answer.h"

#include <gtest/gtest.h>

namespace voronka::notifier {
namespace {

using v1::PushIntent;

PushIntent::Trouble TroubleOfStatus(int status) { return AnswerByStatus({.status = status}).trouble; }

TEST(VendorAnswers, TellWhatAStatusMeansForPeople) {
  EXPECT_EQ(TroubleOfStatus(201), PushIntent::TROUBLE_UNSPECIFIED);
  EXPECT_EQ(TroubleOfStatus(307), PushIntent::TROUBLE_UNREACHABLE);
  EXPECT_EQ(TroubleOfStatus(400), PushIntent::TROUBLE_REFUSED);
  EXPECT_EQ(TroubleOfStatus(401), PushIntent::TROUBLE_KEYS);
  EXPECT_EQ(TroubleOfStatus(403), PushIntent::TROUBLE_KEYS);
  EXPECT_EQ(TroubleOfStatus(413), PushIntent::TROUBLE_TOO_LARGE);
  for (const int status : {408, 429, 500, 503}) EXPECT_EQ(TroubleOfStatus(status), PushIntent::TROUBLE_BUSY) << status;
}

TEST(VendorAnswers, TellWhyThereIsNone) {
  const HttpAnswer late{.failure = "Timeout was reached", .trouble = PushIntent::TROUBLE_TIMEOUT};
  EXPECT_EQ(AnswerByStatus(late).trouble, PushIntent::TROUBLE_TIMEOUT);
  EXPECT_EQ(AnswerByStatus({.trouble = PushIntent::TROUBLE_UNREACHABLE, .is_private = true}).trouble,
            PushIntent::TROUBLE_NOT_ALLOWED);
}

// Whatever the status: Apple says so with 400.
TEST(VendorAnswers, TellThatADeviceIsGone) {
  EXPECT_EQ(Answer(PushAnswer::Outcome::kGone, {.status = 400}, "BadDeviceToken").trouble, PushIntent::TROUBLE_GONE);
}

}  // namespace
}  // namespace voronka::notifier

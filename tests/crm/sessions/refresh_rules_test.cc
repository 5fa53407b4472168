#include "crm_service/sessions/refresh_rules.h"

#include <gtest/gtest.h>

#include "crm_service/sessions/refresh_token.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

constexpr int64_t kNow = 1'000'000'000;
constexpr int64_t kGrace = 30'000'000;

const RefreshState kFresh{
    .current_hash = security::Sha256("first"), .previous_hash = "", .previous_until = 0, .rotation_salt = ""};
const RefreshState kRotated = Rotated(kFresh, "first", "salt", kNow);

TEST(RefreshRules, RotateTheCurrentToken) {
  EXPECT_EQ(Judge(kFresh, "first", kNow), RefreshVerdict::kRotate);
  EXPECT_EQ(Judge(kRotated, SuccessorOf("first", "salt"), kNow), RefreshVerdict::kRotate);
}

TEST(RefreshRules, RepeatTheAnswerForAMinute) {
  EXPECT_EQ(Judge(kRotated, "first", kNow), RefreshVerdict::kRepeat);
  EXPECT_EQ(Judge(kRotated, "first", kNow + kGrace), RefreshVerdict::kRepeat);
}

TEST(RefreshRules, TakeLaterUseOfThePreviousTokenForATheft) {
  EXPECT_EQ(Judge(kRotated, "first", kNow + kGrace + 1), RefreshVerdict::kReuse);
}

TEST(RefreshRules, RefuseWhatTheyDoNotKnow) {
  EXPECT_EQ(Judge(kFresh, "guess", kNow), RefreshVerdict::kRefuse);
  EXPECT_EQ(Judge(kFresh, "", kNow), RefreshVerdict::kRefuse);
  EXPECT_EQ(Judge(kRotated, "guess", kNow), RefreshVerdict::kRefuse);
}

TEST(RefreshRules, ForgetWhatIsOlderThanThePreviousToken) {
  const RefreshState twice = Rotated(kRotated, SuccessorOf("first", "salt"), "pepper", kNow);
  EXPECT_EQ(Judge(twice, "first", kNow), RefreshVerdict::kRefuse);
}

}  // namespace
}  // namespace voronka::crm

#include "crm_service/people/sessions/refresh_rules.h"

#include <gtest/gtest.h>

#include "crm_service/people/sessions/refresh_token.h"
#include "foundation/process/random.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

constexpr int64_t kNow = 1'000'000'000;
constexpr int64_t kGrace = 30'000'000;

process::SystemRandom random_bytes;
const std::string kFamily = security::Sha256("family");
const std::string kFirst = NewRefreshSecret(random_bytes, kFamily);
const std::string kSecond = SuccessorOf(kFirst, "salt", kFamily);
const RefreshState kFresh{.current_hash = security::Sha256(kFirst), .family = kFamily};
const RefreshState kRotated = Rotated(kFresh, kFirst, "salt", kNow);

// As the release before families stored them.
const std::string kOldSecret = security::NewSecret(random_bytes);
const RefreshState kOld{.current_hash = security::Sha256(kOldSecret)};

// After this many refreshes, each with the current token.
RefreshState After(int refreshes, RefreshState state, std::string secret) {
  for (int i = 0; i < refreshes; ++i) {
    const RefreshState next = Rotated(state, secret, "salt", kNow);
    secret = SuccessorOf(secret, "salt", next.family);
    state = next;
  }
  return state;
}

TEST(RefreshRules, RotateTheCurrentToken) {
  EXPECT_EQ(Judge(kFresh, kFirst, kNow), RefreshVerdict::kRotate);
  EXPECT_EQ(Judge(kRotated, kSecond, kNow), RefreshVerdict::kRotate);
}

TEST(RefreshRules, RepeatTheAnswerForThirtySeconds) {
  EXPECT_EQ(Judge(kRotated, kFirst, kNow), RefreshVerdict::kRepeat);
  EXPECT_EQ(Judge(kRotated, kFirst, kNow + kGrace), RefreshVerdict::kRepeat);
}

TEST(RefreshRules, TreatLaterUseOfThePreviousTokenAsTheft) {
  EXPECT_EQ(Judge(kRotated, kFirst, kNow + kGrace + 1), RefreshVerdict::kReuse);
}

TEST(RefreshRules, RefuseAnUnknownToken) {
  EXPECT_EQ(Judge(kFresh, "guess", kNow), RefreshVerdict::kRefuse);
  EXPECT_EQ(Judge(kFresh, "", kNow), RefreshVerdict::kRefuse);
  EXPECT_EQ(Judge(kRotated, "guess", kNow), RefreshVerdict::kRefuse);
  EXPECT_EQ(Judge(kRotated, NewRefreshSecret(random_bytes, security::Sha256("another")), kNow),
            RefreshVerdict::kRefuse);
  for (const size_t changed : {size_t{0}, size_t{42}, size_t{43}, kFirst.size() - 1}) {
    std::string forged = kFirst;
    forged[changed] ^= 1;
    EXPECT_EQ(Judge(kRotated, forged, kNow + kGrace + 1), RefreshVerdict::kRefuse) << changed;
  }
}

TEST(RefreshRules, TreatATokenOfAnyEarlierGenerationAsTheft) {
  for (const int refreshes : {2, 3, 50}) {
    const RefreshState state = After(refreshes, kFresh, kFirst);
    EXPECT_EQ(Judge(state, kFirst, kNow + kGrace + 1), RefreshVerdict::kReuse) << refreshes;
  }
  EXPECT_EQ(Judge(After(50, kFresh, kFirst), kSecond, kNow + kGrace + 1), RefreshVerdict::kReuse);
}

TEST(RefreshRules, AcceptATokenOfAReleaseWithoutFamilies) {
  EXPECT_EQ(Judge(kOld, kOldSecret, kNow), RefreshVerdict::kRotate);
  const RefreshState once = After(1, kOld, kOldSecret);
  EXPECT_EQ(Judge(once, kOldSecret, kNow), RefreshVerdict::kRepeat);
  EXPECT_EQ(Judge(once, SuccessorOf(kOldSecret, "salt", once.family), kNow), RefreshVerdict::kRotate);
  EXPECT_EQ(Judge(After(2, kOld, kOldSecret), kOldSecret, kNow + kGrace + 1), RefreshVerdict::kReuse);
  EXPECT_EQ(Judge(kOld, "guess", kNow), RefreshVerdict::kRefuse);
}

// The previous release truncates nothing, compares hashes, and does not change the family.
TEST(RefreshRules, IssueSecretsThatThePreviousReleaseAccepts) {
  const std::string old_successor = SuccessorOf(kSecond, "salt", "");
  RefreshState by_the_old = kRotated;
  by_the_old.previous_hash = security::Sha256(kSecond);
  by_the_old.current_hash = security::Sha256(old_successor);
  EXPECT_EQ(Judge(by_the_old, old_successor, kNow), RefreshVerdict::kRotate);
  EXPECT_EQ(Judge(After(1, by_the_old, old_successor), kFirst, kNow + kGrace + 1), RefreshVerdict::kReuse);
}

}  // namespace
}  // namespace voronka::crm

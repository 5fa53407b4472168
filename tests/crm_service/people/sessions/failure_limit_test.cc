#include "crm_service/people/sessions/failure_limit.h"

#include <gtest/gtest.h>

#include <memory>

namespace voronka::crm {
namespace {

using std::chrono::minutes;

constexpr int64_t kNow = 1'000'000'000'000;
constexpr int64_t kMinute = 60'000'000;

// Ten in a quarter of an hour.
class Failures : public ::testing::Test {
 protected:
  static void Fail(FailureLimit& limit, const std::string& key, int times, int64_t now = kNow) {
    for (int i = 0; i < times; ++i) limit.Take(key, now);
  }
  void Fail(const std::string& key, int times, int64_t now = kNow) { Fail(limit_, key, times, now); }
  bool HasRoom(const std::string& key, int64_t now = kNow) { return HasRoom(limit_, key, now); }
  static bool HasRoom(FailureLimit& limit, const std::string& key, int64_t now = kNow) {
    if (limit.Take(key, now)) return false;
    limit.GiveBack(key);
    return true;
  }

  FailureLimit limit_{10, minutes(15)};
};

TEST_F(Failures, AreRefusedBeyondTheLimit) {
  Fail("anna", 9);
  EXPECT_TRUE(HasRoom("anna"));
  Fail("anna", 1);
  EXPECT_FALSE(HasRoom("anna"));
}

TEST_F(Failures, SayWhenToRetry) {
  Fail("anna", 10);
  EXPECT_EQ(limit_.Take("anna", kNow + 5 * kMinute), minutes(10));
  EXPECT_TRUE(HasRoom("anna", kNow + 15 * kMinute));
}

TEST_F(Failures, AreCountedPerKey) {
  Fail("anna", 10);
  EXPECT_TRUE(HasRoom("boris"));
}

TEST_F(Failures, AreForgottenAfterASuccess) {
  Fail("anna", 9);
  limit_.Forget("anna");
  Fail("anna", 9);
  EXPECT_TRUE(HasRoom("anna"));
}

TEST_F(Failures, AreForgottenAfterFifteenMinutes) {
  Fail("anna", 9);
  Fail("anna", 9, kNow + 15 * kMinute);
  EXPECT_TRUE(HasRoom("anna", kNow + 15 * kMinute));
}

TEST_F(Failures, OfTheOldestKeyAreDroppedWhenThereAreTooManyKeys) {
  FailureLimit small(10, minutes(15), 2);
  Fail(small, "anna", 10, kNow);
  Fail(small, "boris", 10, kNow + 1);
  Fail(small, "vera", 10, kNow + 2);
  EXPECT_FALSE(HasRoom(small, "boris", kNow + 3));
  EXPECT_FALSE(HasRoom(small, "vera", kNow + 3));
  EXPECT_TRUE(HasRoom(small, "anna", kNow + 3));
}

TEST_F(Failures, CountOnlyFailedAttempts) {
  for (int i = 0; i < 20; ++i) {
    Try good;
    EXPECT_FALSE(good.HoldAgainst(limit_, "anna", kNow));
  }
  for (int i = 0; i < 10; ++i) {
    Try bad;
    EXPECT_FALSE(bad.HoldAgainst(limit_, "anna", kNow));
    bad.Fail();
  }
  Try late;
  EXPECT_TRUE(late.HoldAgainst(limit_, "anna", kNow));
}

TEST_F(Failures, IncludeAttemptsUnderWay) {
  std::vector<std::unique_ptr<Try>> under_way;
  for (int i = 0; i < 10; ++i) {
    EXPECT_FALSE(under_way.emplace_back(std::make_unique<Try>())->HoldAgainst(limit_, "anna", kNow));
  }
  EXPECT_FALSE(HasRoom("anna"));
  under_way.clear();
  EXPECT_TRUE(HasRoom("anna"));
}

}  // namespace
}  // namespace voronka::crm

#include "crm_service/sessions/login_throttle.h"

#include <gtest/gtest.h>

#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

constexpr int64_t kNow = 1'000'000'000'000;
constexpr int64_t kMinute = 60'000'000;

void Fail(LoginThrottle& throttle, const std::string& login, int times, int64_t now = kNow) {
  for (int i = 0; i < times; ++i) throttle.Failed(login, now);
}

TEST(LoginThrottle, RefusesAfterTenFailures) {
  LoginThrottle throttle;
  Fail(throttle, "anna", 9);
  EXPECT_NO_THROW(throttle.RequireRoom("anna", kNow));
  Fail(throttle, "anna", 1);
  EXPECT_THROW(throttle.RequireRoom("anna", kNow), rpc::Error);
}

TEST(LoginThrottle, SaysWhenThereIsRoomAgain) {
  LoginThrottle throttle;
  Fail(throttle, "anna", 10);
  try {
    throttle.RequireRoom("anna", kNow + 5 * kMinute);
    FAIL() << "there is room";
  } catch (const rpc::Error& error) {
    EXPECT_EQ(error.code(), rpc::Code::kResourceExhausted);
    EXPECT_EQ(error.reason(), "TOO_MANY_LOGINS");
    EXPECT_EQ(error.retry_after(), std::chrono::minutes(10));
  }
  EXPECT_NO_THROW(throttle.RequireRoom("anna", kNow + 15 * kMinute));
}

TEST(LoginThrottle, CountsEachLoginAlone) {
  LoginThrottle throttle;
  Fail(throttle, "anna", 10);
  EXPECT_NO_THROW(throttle.RequireRoom("boris", kNow));
}

TEST(LoginThrottle, CountsOnlyFailuresInARow) {
  LoginThrottle throttle;
  Fail(throttle, "anna", 9);
  throttle.Succeeded("anna");
  Fail(throttle, "anna", 9);
  EXPECT_NO_THROW(throttle.RequireRoom("anna", kNow));
}

TEST(LoginThrottle, ForgetsFailuresOfAQuarterOfAnHourAgo) {
  LoginThrottle throttle;
  Fail(throttle, "anna", 9);
  Fail(throttle, "anna", 9, kNow + 15 * kMinute);
  EXPECT_NO_THROW(throttle.RequireRoom("anna", kNow + 15 * kMinute));
}

TEST(LoginThrottle, ForgetsTheOldestWhenItIsFull) {
  LoginThrottle throttle(2);
  Fail(throttle, "anna", 10, kNow);
  Fail(throttle, "boris", 10, kNow + 1);
  Fail(throttle, "vera", 10, kNow + 2);
  EXPECT_NO_THROW(throttle.RequireRoom("anna", kNow + 3));
  EXPECT_THROW(throttle.RequireRoom("boris", kNow + 3), rpc::Error);
  EXPECT_THROW(throttle.RequireRoom("vera", kNow + 3), rpc::Error);
}

}  // namespace
}  // namespace voronka::crm

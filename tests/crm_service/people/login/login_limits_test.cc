#include "crm_service/people/login/login_limits.h"

#include <gtest/gtest.h>

#include <string>

namespace voronka::crm {
namespace {

constexpr int64_t kNow = 1'000'000'000'000;
constexpr int64_t kMinute = 60'000'000;

class Guesses : public ::testing::Test {
 protected:
  // The result of an attempt with a wrong password: why it is refused without a check, or nothing.
  std::string Guess(const LoginTry& who, int64_t now = kNow) {
    try {
      Try attempt;
      limits_.Hold(attempt, who, now);
      attempt.Fail();
      return "";
    } catch (const rpc::Error& error) {
      EXPECT_EQ(error.code(), rpc::Code::kResourceExhausted);
      EXPECT_TRUE(error.retry_after());
      return error.reason();
    }
  }
  // With the right password.
  bool LogIn(const LoginTry& who, int64_t now = kNow) {
    try {
      Try attempt;
      limits_.Hold(attempt, who, now);
      limits_.Succeeded(who);
      return true;
    } catch (const rpc::Error&) {
      return false;
    }
  }

  LoginLimits limits_;
};

TEST_F(Guesses, AtALoginAreLimitedToTenPerAddress) {
  for (int i = 0; i < 10; ++i) EXPECT_EQ(Guess({"anna", "stranger", ""}), "") << i;
  EXPECT_EQ(Guess({"anna", "stranger", ""}), "TOO_MANY_LOGINS");
  EXPECT_FALSE(LogIn({"anna", "stranger", ""}));
  EXPECT_TRUE(LogIn({"anna", "home", ""}));
}

TEST_F(Guesses, AtALoginAreLimitedToAHundredFromAllAddresses) {
  const auto stranger = [](int i) { return LoginTry{"anna", "stranger-" + std::to_string(i), ""}; };
  for (int i = 0; i < 100; ++i) EXPECT_EQ(Guess(stranger(i)), "") << i;
  EXPECT_EQ(Guess(stranger(100)), "TOO_MANY_LOGINS");
  EXPECT_EQ(Guess(stranger(100), kNow + 15 * kMinute), "");
}

TEST_F(Guesses, FromOneAddressAreLimitedToThirtyForAllLogins) {
  const auto sprayed = [](int i) { return LoginTry{"person-" + std::to_string(i), "stranger", ""}; };
  for (int i = 0; i < 30; ++i) EXPECT_EQ(Guess(sprayed(i)), "") << i;
  EXPECT_EQ(Guess(sprayed(30)), "TOO_MANY_ATTEMPTS");
  EXPECT_EQ(Guess({"person-30", "elsewhere", ""}), "");
  EXPECT_EQ(Guess(sprayed(30), kNow + 3 * kMinute), "");
}

TEST_F(Guesses, DoNotIncludeAnOfficeLoggingIn) {
  for (int i = 0; i < 200; ++i) EXPECT_TRUE(LogIn({"person-" + std::to_string(i), "office", ""})) << i;
}

TEST_F(Guesses, RefusedByTheLoginLimitDoNotCountForTheAddress) {
  for (int i = 0; i < 60; ++i) Guess({"anna", "office", ""});
  EXPECT_EQ(Guess({"boris", "office", ""}), "");
}

TEST_F(Guesses, OfStrangersDoNotLockOutAKnownDevice) {
  for (int i = 0; i < 120; ++i) Guess({"anna", "stranger-" + std::to_string(i), ""});
  for (int i = 0; i < 40; ++i) Guess({"person-" + std::to_string(i), "home", ""});
  EXPECT_FALSE(LogIn({"anna", "home", ""}));
  EXPECT_TRUE(LogIn({"anna", "home", "phone"}));
}

TEST_F(Guesses, OnAKnownDeviceHaveTheirOwnLimitOfTen) {
  for (int i = 0; i < 10; ++i) EXPECT_EQ(Guess({"anna", "home", "phone"}), "") << i;
  EXPECT_EQ(Guess({"anna", "elsewhere", "phone"}), "TOO_MANY_LOGINS");
  EXPECT_TRUE(LogIn({"anna", "home", "notebook"}));
  EXPECT_TRUE(LogIn({"anna", "home", ""}));
}

TEST_F(Guesses, CountFromZeroAfterASuccess) {
  for (int i = 0; i < 9; ++i) Guess({"anna", "home", ""});
  EXPECT_TRUE(LogIn({"anna", "home", ""}));
  for (int i = 0; i < 9; ++i) EXPECT_EQ(Guess({"anna", "home", ""}), "");
}

}  // namespace
}  // namespace voronka::crm

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

ChangePasswordRequest Changing(const std::string& from, const std::string& to) {
  ChangePasswordRequest request;
  request.set_old_password(from);
  request.set_new_password(to);
  return request;
}

TEST(ChangePassword, ReplacesTheOldPassword) {
  Colleagues they;
  they.anna.Call<User>(Changing(kPassword, "battery staple"));
  EXPECT_EQ(Crm().LogIn(they.anna_user.login(), "battery staple").user().id(), they.anna_id());
  EXPECT_THROW(Crm().LogIn(they.anna_user.login()), client::CallFailed);
}

// «новый пароль» as most keyboards send it, and with each «й» as «и» and a breve.
constexpr char kComposed[] = "новый пароль";
constexpr char kDecomposed[] = "новы\u0438\u0306 пароль";

TEST(ChangePassword, TakesThePasswordInWhicheverFormItsLettersAreTyped) {
  Colleagues they;
  they.anna.Call<User>(Changing(kPassword, kComposed));
  EXPECT_EQ(Crm().LogIn(they.anna_user.login(), kDecomposed).user().id(), they.anna_id());
  EXPECT_EQ(Crm().LogIn(they.anna_user.login(), kComposed).user().id(), they.anna_id());
  they.anna.Call<User>(Changing(kDecomposed, kDecomposed));
  EXPECT_EQ(Crm().LogIn(they.anna_user.login(), kComposed).user().id(), they.anna_id());
}

TEST(ChangePassword, NeedsTheOldPassword) {
  Colleagues they;
  const auto failure = FailureOf(they.anna, Changing("wrong horse", "battery staple"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "WRONG_PASSWORD");
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(ChangePassword, LimitsGuessesByWhoeverHasASession) {
  Colleagues they;
  auto elsewhere = Crm().User(they.anna_user.login());
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(FailureOf(they.anna, Changing("wrong horse", "battery staple")).reason(), "WRONG_PASSWORD");
  }
  const auto failure = FailureOf(they.anna, Changing(kPassword, "battery staple"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "TOO_MANY_ATTEMPTS");
  EXPECT_TRUE(failure.retry_delay());
  EXPECT_EQ(elsewhere.Call<User>(Changing(kPassword, "battery staple")).id(), they.anna_id());
}

TEST(ChangePassword, EndsAllSessionsButItsOwn) {
  Colleagues they;
  auto elsewhere = Crm().User(they.anna_user.login());
  they.anna.Call<User>(Changing(kPassword, "battery staple"));
  EXPECT_EQ(FailureOf(elsewhere, GetUserRequest()).code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(they.anna.Call<User>(GetUserRequest()).id(), they.anna_id());
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "foundation/security/secret.h"
#include "tests/crm/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;

LoginRequest LoggingIn(const std::string& login, const std::string& password) {
  LoginRequest request;
  request.set_login(login);
  request.set_password(password);
  return request;
}

client::CallFailed Refusal(const std::string& login, const std::string& password) {
  auto nobody = Crm().Nobody();
  return FailureOf(nobody, LoggingIn(login, password));
}

TEST(Login, GivesATokenOfAQuarterOfAnHourAndASessionOfThirtyDays) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  EXPECT_EQ(Crm().Holder(tokens).Call<User>(GetUserRequest()).id(), they.anna_id());
  EXPECT_EQ(tokens.user().id(), they.anna_id());
  EXPECT_EQ(tokens.session().client(), "test");
  const auto began = tokens.session().create_time();
  EXPECT_EQ(tokens.access_expire_time().seconds(), began.seconds() + int64_t{15} * 60);
  EXPECT_EQ(TimeUtil::DurationToSeconds(tokens.session().expire_time() - began), 30 * 24 * 3600);
}

TEST(Login, TakesTheLoginInAnyCase) {
  Colleagues they;
  EXPECT_EQ(Crm().LogIn("aNNa" + they.anna_user.login().substr(4)).user().id(), they.anna_id());
}

TEST(Login, TellsNobodyWhatWasWrong) {
  Colleagues they;
  they.olga.Call<User>(Disabling(they.anna_id()));
  for (const auto& failure : {Refusal(they.account.admin().login(), "wrong horse"),
                              Refusal(Crm().Login("nobody"), kPassword), Refusal(they.anna_user.login(), kPassword)}) {
    EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
    EXPECT_EQ(failure.reason(), "WRONG_LOGIN");
    EXPECT_EQ(failure.message(), "Wrong login or password.");
  }
}

TEST(Login, IsRefusedAfterTenFailuresEvenWithTheRightPassword) {
  Colleagues they;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(Refusal(they.anna_user.login(), "wrong horse").reason(), "WRONG_LOGIN");
  const auto failure = Refusal(they.anna_user.login(), kPassword);
  EXPECT_EQ(failure.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "TOO_MANY_LOGINS");
  ASSERT_TRUE(failure.retry_delay());
  EXPECT_LE(*failure.retry_delay(), std::chrono::minutes(15));
  Crm().Advance(*failure.retry_delay());
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(Login, CountsFailuresAnewAfterASuccess) {
  Colleagues they;
  for (int i = 0; i < 9; ++i) Refusal(they.anna_user.login(), "wrong horse");
  Crm().LogIn(they.anna_user.login());
  EXPECT_EQ(Refusal(they.anna_user.login(), "wrong horse").reason(), "WRONG_LOGIN");
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(Login, KeepsNoRefreshToken) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  const auto secret = tokens.refresh_token().substr(tokens.refresh_token().rfind('.') + 1);
  const auto rows = Crm().db().Query("SELECT refresh_hash FROM sessions WHERE account_id = ? AND id = ?",
                                     they.account_id(), tokens.session().id());
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].Text(0), security::Sha256(secret));
}

}  // namespace
}  // namespace voronka::testing

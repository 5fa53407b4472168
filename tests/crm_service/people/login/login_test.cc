#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "foundation/security/secret.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

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

TEST(Login, GivesAFifteenMinuteTokenAndAThirtyDaySession) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  EXPECT_EQ(Crm().Holder(tokens).Call<User>(GetUserRequest()).id(), they.anna_id());
  EXPECT_EQ(tokens.user().id(), they.anna_id());
  EXPECT_EQ(tokens.session().client(), "test");
  const auto began = tokens.session().create_time();
  EXPECT_EQ(tokens.access_expire_time().seconds(), began.seconds() + int64_t{15} * 60);
  EXPECT_EQ(TimeUtil::DurationToSeconds(tokens.session().expire_time() - began), 30 * 24 * 3600);
}

TEST(Login, IgnoresTheCaseOfTheLogin) {
  Colleagues they;
  EXPECT_EQ(Crm().LogIn("aNNa" + they.anna_user.login().substr(4)).user().id(), they.anna_id());
}

TEST(Login, DoesNotSayWhetherTheLoginOrThePasswordIsWrong) {
  Colleagues they;
  they.olga.Call<User>(Disabling(they.anna_id()));
  for (const auto& failure :
       {Refusal(they.account.admin().login(), "wrong horse"), Refusal(Crm().Login("nobody"), kPassword),
        Refusal(they.anna_user.login(), "wrong horse")}) {
    EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
    EXPECT_EQ(failure.reason(), "WRONG_LOGIN");
    EXPECT_EQ(failure.message(), "Wrong login or password.");
  }
}

TEST(Login, TellsADisabledUserWhoKnowsThePassword) {
  Colleagues they;
  they.olga.Call<User>(Disabling(they.anna_id()));
  // However often they try.
  for (int i = 0; i < 11; ++i) {
    const auto failure = Refusal(they.anna_user.login(), kPassword);
    EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
    EXPECT_EQ(failure.reason(), "USER_DISABLED");
    EXPECT_EQ(failure.localized_message(), "Учётная запись отключена. Обратитесь к администратору.");
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

TEST(Login, CountsEverySpellingOfALoginAsTheSame) {
  Colleagues they;
  const std::string login = they.anna_user.login();
  const std::vector<std::string> spellings = {login, login + " ", login + "  ", " " + login, "A" + login.substr(1)};
  EXPECT_EQ(Crm().LogIn(login + " ").user().id(), they.anna_id());
  EXPECT_EQ(Crm().LogIn(" " + login).user().id(), they.anna_id());
  for (int i = 0; i < 10; ++i) Refusal(spellings[i % spellings.size()], "wrong horse");
  for (const auto& spelling : spellings)
    EXPECT_EQ(Refusal(spelling, kPassword).reason(), "TOO_MANY_LOGINS") << spelling;
  EXPECT_EQ(Refusal(login + "   ", kPassword).reason(), "TOO_MANY_LOGINS");
}

// The database must not take for the same login what the limits count as another one.
TEST(Login, IsComparedByteByByte) {
  Colleagues they;
  const auto same = [&](const std::string& key) {
    return Crm().db().Query("SELECT 1 FROM logins WHERE login = ?", key).size();
  };
  EXPECT_EQ(same(they.anna_user.login()), 1U);
  EXPECT_EQ(same(they.anna_user.login() + " "), 0U);
}

TEST(Login, CountsFailuresFromZeroAfterASuccess) {
  Colleagues they;
  for (int i = 0; i < 9; ++i) Refusal(they.anna_user.login(), "wrong horse");
  Crm().LogIn(they.anna_user.login());
  EXPECT_EQ(Refusal(they.anna_user.login(), "wrong horse").reason(), "WRONG_LOGIN");
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

std::string ReasonFrom(const std::string& address, const LoginRequest& request) {
  try {
    Crm().Visitor(address).Call<LoginResponse>(request);
    return "";
  } catch (const client::CallFailed& failure) {
    return failure.reason();
  }
}

TEST(Login, IsNotRefusedToTheOwnerBecauseOfAStrangersFailures) {
  Colleagues they;
  const auto guess = LoggingIn(they.anna_user.login(), "wrong horse");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(ReasonFrom("192.0.2.1", guess), "WRONG_LOGIN");
  EXPECT_EQ(ReasonFrom("192.0.2.1", guess), "TOO_MANY_LOGINS");
  const auto right = LoggingIn(they.anna_user.login(), kPassword);
  EXPECT_EQ(ReasonFrom("192.0.2.1", right), "TOO_MANY_LOGINS");
  EXPECT_EQ(ReasonFrom("192.0.2.2", right), "");
}

TEST(Login, RefusesPasswordSprayingWhetherTheLoginsExistOrNot) {
  Colleagues they;
  EXPECT_EQ(ReasonFrom("192.0.2.3", LoggingIn(they.anna_user.login(), "wrong horse")), "WRONG_LOGIN");
  for (int i = 1; i < 30; ++i) {
    EXPECT_EQ(ReasonFrom("192.0.2.3", LoggingIn(Crm().Login("nobody"), "wrong horse")), "WRONG_LOGIN");
  }
  for (const auto& login : {they.anna_user.login(), Crm().Login("nobody")}) {
    EXPECT_EQ(ReasonFrom("192.0.2.3", LoggingIn(login, kPassword)), "TOO_MANY_ATTEMPTS");
  }
}

TEST(Login, CountsASubscribersNetworkAsOneAddress) {
  Colleagues they;
  const auto guess = LoggingIn(they.anna_user.login(), "wrong horse");
  for (int i = 1; i <= 10; ++i) EXPECT_EQ(ReasonFrom("2001:db8:7:7::" + std::to_string(i), guess), "WRONG_LOGIN");
  EXPECT_EQ(ReasonFrom("2001:db8:7:7:1:2:3:4", guess), "TOO_MANY_LOGINS");
}

TEST(Login, KnowsADeviceWhateverStrangersDo) {
  Colleagues they;
  auto right = LoggingIn(they.anna_user.login(), kPassword);
  const auto token = Crm().Visitor("192.0.2.4").Call<LoginResponse>(right).device_token();
  const auto guess = LoggingIn(they.anna_user.login(), "wrong horse");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(ReasonFrom("192.0.2.4", guess), "WRONG_LOGIN");
  EXPECT_EQ(ReasonFrom("192.0.2.4", right), "TOO_MANY_LOGINS");
  right.set_device_token(token);
  EXPECT_EQ(Crm().Visitor("192.0.2.4").Call<LoginResponse>(right).device_token(), token);
}

TEST(Login, DoesNotKnowADeviceOfAnotherUserOrPassword) {
  Colleagues they;
  auto annas = LoggingIn(they.anna_user.login(), kPassword);
  const auto token = Crm().Visitor("192.0.2.5").Call<LoginResponse>(annas).device_token();
  auto olgas = LoggingIn(they.account.admin().login(), kPassword);
  olgas.set_device_token(token);
  EXPECT_NE(Crm().Visitor("192.0.2.5").Call<LoginResponse>(olgas).device_token(), token);
  ChangePasswordRequest change;
  change.set_old_password(kPassword);
  change.set_new_password("battery staple");
  they.anna.Call<User>(change);
  annas.set_password("battery staple");
  annas.set_device_token(token);
  EXPECT_NE(Crm().Visitor("192.0.2.5").Call<LoginResponse>(annas).device_token(), token);
}

TEST(Login, StoresNoRefreshToken) {
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

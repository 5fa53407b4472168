#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

UpdateUserRequest ToLogin(int64_t user_id, const std::string& login) {
  UpdateUserRequest request;
  request.set_user_id(user_id);
  request.mutable_user()->set_login(login);
  return request;
}

void TryToTake(client::Client& who, int64_t user_id, const std::string& login) {
  try {
    who.Call<User>(ToLogin(user_id, login));
  } catch (const client::CallFailed& failure) {
    EXPECT_EQ(failure.reason(), "LOGIN_TAKEN");
  }
}

TEST(ChangeOfLogin, LetsTheUserLogInByTheNewOneOnly) {
  Colleagues they;
  const std::string next = Crm().Login("anna.ivanova");
  const auto changed = they.olga.Call<User>(ToLogin(they.anna_id(), next));
  EXPECT_EQ(changed.login(), next);
  EXPECT_EQ(LoginRefusal(they.anna_user.login()), "WRONG_LOGIN");
  EXPECT_EQ(Crm().LogIn(next).user().id(), they.anna_id());
}

TEST(ChangeOfLogin, KeepsTheSessions) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  they.olga.Call<User>(ToLogin(they.anna_id(), Crm().Login("anna")));
  EXPECT_EQ(they.anna.Call<User>(GetUserRequest()).id(), they.anna_id());
  EXPECT_EQ(Crm().Nobody().Call<LoginResponse>(Refreshing(tokens)).user().id(), they.anna_id());
}

TEST(ChangeOfLogin, FreesTheFormerOneAtOnce) {
  Colleagues they, others;
  they.olga.Call<User>(ToLogin(they.anna_id(), Crm().Login("anna")));
  const auto taken = others.olga.Call<User>(ToLogin(others.anna_id(), they.anna_user.login()));
  EXPECT_EQ(Crm().LogIn(taken.login()).user().display_name(), "anna");
  EXPECT_EQ(taken.id(), others.anna_id());
}

TEST(ChangeOfLogin, RefusesOneInUseAnywhere) {
  Colleagues they, others;
  for (const auto& login : {they.account.admin().login(), others.anna_user.login()}) {
    const auto failure = FailureOf(they.olga, ToLogin(they.anna_id(), login));
    EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
    EXPECT_EQ(failure.reason(), "LOGIN_TAKEN");
  }
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(ChangeOfLogin, RefusesWhatNobodySees) {
  Colleagues they;
  EXPECT_THAT(ViolationsOf(they.olga, ToLogin(they.anna_id(), "anna\u200B@example.com")),
              ElementsAre("FORBIDDEN_CHARACTER at user.login"));
}

TEST(ChangeOfLogin, MayChangeItsCaseAlone) {
  Colleagues they;
  const std::string upper = "ANNA" + they.anna_user.login().substr(4);
  EXPECT_EQ(they.olga.Call<User>(ToLogin(they.anna_id(), upper)).login(), upper);
  EXPECT_EQ(Crm().LogIn(they.anna_user.login()).user().id(), they.anna_id());
}

TEST(ChangeOfLogin, GivesALoginToExactlyOneOfTwo) {
  for (int round = 0; round < 5; ++round) {
    Colleagues they, others;
    const std::string wanted = Crm().Login("wanted");
    {
      const std::jthread first([&] { TryToTake(they.olga, they.anna_id(), wanted); });
      const std::jthread second([&] { TryToTake(others.olga, others.anna_id(), wanted); });
    }
    const bool ours = Reading(they.olga, they.anna_id()).login() == wanted;
    const bool theirs = Reading(others.olga, others.anna_id()).login() == wanted;
    EXPECT_NE(ours, theirs);
    EXPECT_EQ(Crm().LogIn(wanted).user().id(), ours ? they.anna_id() : others.anna_id());
    // Whoever lost still has their own.
    const auto& loser = ours ? others.anna_user : they.anna_user;
    EXPECT_EQ(LoginRefusal(loser.login()), "");
  }
}

TEST(ChangeOfLogin, CountsFailedLoginsFromZero) {
  // Other tests may have failed from this address.
  Crm().Advance(std::chrono::minutes(15));
  Colleagues they;
  for (int i = 0; i < 10; ++i) LoginRefusal(they.anna_user.login(), "wrong horse");
  EXPECT_EQ(LoginRefusal(they.anna_user.login()), "TOO_MANY_LOGINS");
  const std::string next = Crm().Login("anna");
  they.olga.Call<User>(ToLogin(they.anna_id(), next));
  EXPECT_EQ(LoginRefusal(next), "");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(LoginRefusal(next, "wrong horse"), "WRONG_LOGIN");
  EXPECT_EQ(LoginRefusal(next), "TOO_MANY_LOGINS");
  Crm().Advance(std::chrono::minutes(15));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "foundation/security/secret.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::days;
using std::chrono::seconds;

LoginResponse Refreshed(const LoginResponse& tokens) { return Crm().Nobody().Call<LoginResponse>(Refreshing(tokens)); }

std::string RefusalOf(const LoginResponse& tokens) {
  auto nobody = Crm().Nobody();
  return FailureOf(nobody, Refreshing(tokens)).reason();
}

bool Works(const LoginResponse& tokens) {
  try {
    Crm().Holder(tokens).Call<User>(GetUserRequest());
    return true;
  } catch (const client::CallFailed& failure) {
    EXPECT_EQ(failure.code(), grpc::StatusCode::UNAUTHENTICATED);
    return false;
  }
}

TEST(RefreshSession, ExtendsTheSessionByThirtyDaysWithNewTokens) {
  Colleagues they;
  const auto first = Crm().LogIn(they.anna_user.login());
  Crm().Advance(seconds(3600));
  EXPECT_FALSE(Works(first));
  const auto second = Refreshed(first);
  EXPECT_TRUE(Works(second));
  EXPECT_NE(second.refresh_token(), first.refresh_token());
  EXPECT_EQ(second.session().id(), first.session().id());
  EXPECT_GE(second.session().expire_time().seconds(), first.session().expire_time().seconds() + 3600);
  EXPECT_EQ(second.user().id(), they.anna_id());
  EXPECT_NE(Refreshed(second).refresh_token(), second.refresh_token());
}

TEST(RefreshSession, AnswersARetryWithin30SecondsWithTheSameRefreshToken) {
  Colleagues they;
  const auto first = Crm().LogIn(they.anna_user.login());
  const auto lost = Refreshed(first);
  Crm().Advance(seconds(25));
  const auto again = Refreshed(first);
  EXPECT_EQ(again.refresh_token(), lost.refresh_token());
  EXPECT_TRUE(Works(again));
}

TEST(RefreshSession, RevokesTheSessionWhenThePreviousTokenIsUsedLater) {
  Colleagues they;
  const auto first = Crm().LogIn(they.anna_user.login());
  const auto second = Refreshed(first);
  Crm().Advance(seconds(31));
  EXPECT_TRUE(Works(second));
  EXPECT_EQ(RefusalOf(first), "SESSION_ENDED");
  EXPECT_FALSE(Works(second));
  EXPECT_EQ(RefusalOf(second), "SESSION_ENDED");
  const auto change = Crm().LastChange<Session>(they.account_id());
  EXPECT_EQ(change.kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(change.after.id(), first.session().id());
  EXPECT_TRUE(change.after.has_revoke_time());
}

TEST(RefreshSession, RevokesAStolenSessionHoweverOftenTheThiefHasRefreshed) {
  for (const int refreshes : {2, 5}) {
    Colleagues they;
    const auto victims = Crm().LogIn(they.anna_user.login());
    auto thiefs = victims;
    for (int i = 0; i < refreshes; ++i) thiefs = Refreshed(thiefs);
    Crm().Advance(seconds(31));
    EXPECT_EQ(RefusalOf(victims), "SESSION_ENDED");
    EXPECT_FALSE(Works(thiefs));
    EXPECT_EQ(RefusalOf(thiefs), "SESSION_ENDED");
  }
}

TEST(RefreshSession, AcceptsATokenOfThePreviousRelease) {
  Colleagues they;
  auto tokens = Crm().LogIn(they.anna_user.login());
  const std::string secret = "IpZq6Zc0lpsXjAsnHkX4aRnBIN4GmJhXkLTbYk9fQ3o";
  const std::string name = tokens.refresh_token().substr(0, tokens.refresh_token().rfind('.') + 1);
  tokens.set_refresh_token(name + secret);
  Crm().db().Execute("UPDATE sessions SET refresh_hash = ?, family = NULL WHERE account_id = ? AND id = ?",
                     storage::Bytes{security::Sha256(secret)}, they.account_id(), tokens.session().id());
  const auto second = Refreshed(tokens);
  EXPECT_EQ(Refreshed(tokens).refresh_token(), second.refresh_token());
  EXPECT_TRUE(Works(Refreshed(second)));
  Crm().Advance(seconds(31));
  EXPECT_EQ(RefusalOf(tokens), "SESSION_ENDED");
  EXPECT_FALSE(Works(second));
}

TEST(RefreshSession, RefusesAGuessWithoutEndingTheSession) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  auto guess = tokens;
  guess.mutable_refresh_token()->back() ^= 1;
  EXPECT_EQ(RefusalOf(guess), "SESSION_ENDED");
  guess = tokens;
  guess.mutable_refresh_token()->insert(tokens.refresh_token().rfind('.') + 1, "x");
  EXPECT_EQ(RefusalOf(guess), "SESSION_ENDED");
  EXPECT_TRUE(Works(tokens));
  EXPECT_TRUE(Works(Refreshed(tokens)));
}

TEST(RefreshSession, RefusesTheTokenOfAnotherSession) {
  Colleagues they;
  const auto one = Crm().LogIn(they.anna_user.login());
  auto other = Crm().LogIn(they.account.admin().login());
  const auto secret = one.refresh_token().substr(one.refresh_token().rfind('.'));
  other.set_refresh_token(other.refresh_token().substr(0, other.refresh_token().rfind('.')) + secret);
  EXPECT_EQ(RefusalOf(other), "SESSION_ENDED");
}

TEST(RefreshSession, RefusesAMalformedToken) {
  for (const char* text : {"x", "1.2", "1.2.3", "9007199254740993.1.secret"}) {
    LoginResponse tokens;
    tokens.set_refresh_token(text);
    EXPECT_EQ(RefusalOf(tokens), "SESSION_ENDED") << text;
  }
}

TEST(RefreshSession, RefusesAfterThirtyDays) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  Crm().Advance(days(30));
  EXPECT_EQ(RefusalOf(tokens), "SESSION_ENDED");
}

TEST(RefreshSession, ReturnsTheCurrentRole) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  UpdateUserRequest promotion;
  promotion.set_user_id(they.anna_id());
  promotion.mutable_user()->set_role(options::v1::ROLE_ADMIN);
  they.olga.Call<User>(promotion);
  auto promoted = Crm().Holder(Refreshed(tokens));
  EXPECT_EQ(promoted.Call<User>(NewUser("boris", options::v1::ROLE_MANAGER)).display_name(), "boris");
}

TEST(RefreshSession, GivesConcurrentCallersTheSameRefreshToken) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  std::vector<std::string> successors(8);
  {
    std::vector<std::jthread> askers;
    for (auto& successor : successors) {
      askers.emplace_back([&] { successor = Refreshed(tokens).refresh_token(); });
    }
  }
  EXPECT_EQ(std::set(successors.begin(), successors.end()).size(), 1U);
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "foundation/security/secret.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;

std::string ReasonOf(const google::protobuf::Message& request) {
  auto visitor = Crm().Visitor();
  return FailureOf(visitor, request).reason();
}

GetPasswordLinkRequest Opening(const std::string& token) {
  GetPasswordLinkRequest request;
  request.set_token(token);
  return request;
}

GetPasswordLinkResponse Open(const std::string& token) {
  return Crm().Visitor().Call<GetPasswordLinkResponse>(Opening(token));
}

int64_t LifetimeOf(const CreatePasswordLinkResponse& link) {
  return TimeUtil::TimestampToMicroseconds(link.expire_time()) - Crm().Now();
}

void Expire(const Colleagues& they, int64_t user_id) {
  Crm().db().Execute("UPDATE password_links SET expire_time = ? WHERE account_id = ? AND user_id = ?", Crm().Now(),
                     they.account_id(), user_id);
}

TEST(CreatePasswordLink, LastsSevenDaysForAnInvitationAndOneForAReset) {
  constexpr int64_t kDay = std::chrono::microseconds(std::chrono::days(1)).count();
  constexpr int64_t kAMinute = 60'000'000;
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  EXPECT_NEAR(LifetimeOf(they.olga.Call<CreatePasswordLinkResponse>(LinkFor(vera.id()))), 7 * kDay, kAMinute);
  EXPECT_NEAR(LifetimeOf(they.olga.Call<CreatePasswordLinkResponse>(LinkFor(they.anna_id()))), kDay, kAMinute);
}

TEST(CreatePasswordLink, StoresOnlyAHashOfTheSecret) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  const auto rows = Crm().db().Query("SELECT hash FROM password_links WHERE account_id = ?", they.account_id());
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].Text(0), security::Sha256(token.substr(token.rfind('.') + 1)));
}

TEST(CreatePasswordLink, MakesTheFormerUseless) {
  Colleagues they;
  const auto former = LinkOf(they.olga, they.anna_id());
  const auto latter = LinkOf(they.olga, they.anna_id());
  EXPECT_EQ(ReasonOf(Opening(former)), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Redeeming(former)), "LINK_INVALID");
  EXPECT_EQ(Redeem(latter), they.anna_user.login());
}

TEST(CreatePasswordLink, EndsTheSessionsOfAnActiveUserAtOnce) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  LinkOf(they.olga, they.anna_id());
  EXPECT_EQ(FailureOf(they.anna, GetUserRequest()).code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ReasonOf(Refreshing(tokens)), "SESSION_ENDED");
  EXPECT_EQ(Crm().LastChange<Session>(they.account_id()).kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(Reading(they.olga, they.anna_id()).state(), User::STATE_ACTIVE);
}

TEST(CreatePasswordLink, MakesTheOldPasswordUselessEvenIfTheLinkIsNeverUsed) {
  Colleagues they;
  LinkOf(they.olga, they.anna_id());
  EXPECT_EQ(LoginRefusal(they.anna_user.login()), "WRONG_LOGIN");
  EXPECT_EQ(LoginRefusal(they.anna_user.login(), "any password"), "WRONG_LOGIN");
  Expire(they, they.anna_id());
  EXPECT_EQ(LoginRefusal(they.anna_user.login()), "WRONG_LOGIN");
}

TEST(CreatePasswordLink, IsOnlyForAdminsAndTheOperator) {
  Colleagues they;
  EXPECT_EQ(FailureOf(they.anna, LinkFor(they.olga_id())).reason(), "ROLE_NOT_ALLOWED");
  auto in_account = Crm().Operator(they.account_id());
  EXPECT_EQ(Redeem(LinkOf(in_account, they.anna_id())), they.anna_user.login());
}

TEST(CreatePasswordLink, IsRefusedForADisabledUser) {
  Colleagues they;
  they.olga.Call<User>(Disabling(they.anna_id()));
  const auto failure = FailureOf(they.olga, LinkFor(they.anna_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
}

TEST(CreatePasswordLink, IsNoWayRoundTheCallersOwnPassword) {
  Colleagues they;
  EXPECT_EQ(FailureOf(they.olga, LinkFor(they.olga_id())).reason(), "OWN_PASSWORD");
  EXPECT_EQ(LoginRefusal(they.account.admin().login()), "");
}

TEST(GetPasswordLink, SaysWhoseItIs) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  const auto link = they.olga.Call<CreatePasswordLinkResponse>(LinkFor(vera.id()));
  const auto opened = Open(link.token());
  EXPECT_EQ(opened.login(), vera.login());
  EXPECT_EQ(opened.display_name(), "vera");
  EXPECT_EQ(opened.account_name(), they.account.account().name());
  EXPECT_EQ(opened.locale(), "ru");
  EXPECT_EQ(opened.expire_time().seconds(), link.expire_time().seconds());
  EXPECT_TRUE(opened.invitation());
  EXPECT_EQ(Open(link.token()).login(), vera.login()) << "it can be opened again";
}

TEST(GetPasswordLink, SpeaksTheUsersLanguageAndKnowsAReset) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_locale("en");
  they.olga.Call<User>(request);
  const auto opened = Open(LinkOf(they.olga, they.anna_id()));
  EXPECT_EQ(opened.locale(), "en");
  EXPECT_FALSE(opened.invitation());
}

TEST(RedeemPasswordLink, SetsThePasswordOnce) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  EXPECT_EQ(Redeem(token), they.anna_user.login());
  EXPECT_EQ(LoginRefusal(they.anna_user.login(), "battery staple"), "");
  EXPECT_EQ(ReasonOf(Redeeming(token, "another staple")), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Opening(token)), "LINK_INVALID");
  EXPECT_EQ(LoginRefusal(they.anna_user.login(), "battery staple"), "");
}

TEST(RedeemPasswordLink, SetsOneOfTwoPasswordsThatComeTogether) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  std::atomic<int> set = 0;
  const auto redeem = [&](const char* password) {
    try {
      Redeem(token, password);
      ++set;
    } catch (const client::CallFailed& failure) {
      EXPECT_EQ(failure.reason(), "LINK_INVALID");
    }
  };
  {
    const std::jthread first([&] { redeem("battery staple"); });
    const std::jthread second([&] { redeem("another staple"); });
  }
  EXPECT_EQ(set, 1);
}

TEST(RedeemPasswordLink, IsRefusedWhenItsTimeIsOver) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  Expire(they, they.anna_id());
  EXPECT_EQ(ReasonOf(Opening(token)), "LINK_EXPIRED");
  EXPECT_EQ(ReasonOf(Redeeming(token)), "LINK_EXPIRED");
  EXPECT_EQ(ReasonOf(Redeeming(token + "x")), "LINK_INVALID") << "only its owner learns that it has expired";
  EXPECT_EQ(Redeem(LinkOf(they.olga, they.anna_id())), they.anna_user.login());
}

TEST(RedeemPasswordLink, IsRefusedForADisabledUserForGood) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  const auto token = LinkOf(they.olga, vera.id());
  they.olga.Call<User>(Disabling(vera.id()));
  EXPECT_EQ(ReasonOf(Opening(token)), "LINK_INVALID");
  UpdateUserRequest enabling;
  enabling.set_user_id(vera.id());
  enabling.mutable_user()->set_state(User::STATE_ACTIVE);
  they.olga.Call<User>(enabling);
  EXPECT_EQ(ReasonOf(Redeeming(token)), "LINK_INVALID");
}

TEST(RedeemPasswordLink, RefusesAForgedToken) {
  Crm().Advance(std::chrono::minutes(3));
  Colleagues they;
  const auto annas = LinkOf(they.olga, they.anna_id());
  const auto secret = annas.substr(annas.rfind('.') + 1);
  const auto account = std::to_string(they.account_id());
  for (const auto& forged : {secret, account + "." + std::to_string(they.olga_id()) + "." + secret,
                             account + ".77." + secret, "1000000.1." + secret, account + ".2.", std::string("x")}) {
    EXPECT_EQ(ReasonOf(Redeeming(forged)), "LINK_INVALID") << forged;
  }
}

LoginRequest LoggingIn(const std::string& login) {
  LoginRequest request;
  request.set_login(login);
  request.set_password(kPassword);
  request.set_client("test");
  return request;
}

TEST(RedeemPasswordLink, IsThrottledWithTheFailedLoginsOfTheAddress) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  auto visitor = Crm().Visitor();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(FailureOf(visitor, Opening(token + "x")).reason(), "LINK_INVALID");
    EXPECT_EQ(FailureOf(visitor, Redeeming(token + "x")).reason(), "LINK_INVALID");
    EXPECT_EQ(FailureOf(visitor, LoggingIn(Crm().Login("nobody"))).reason(), "WRONG_LOGIN");
  }
  const auto failure = FailureOf(visitor, Redeeming(token));
  EXPECT_EQ(failure.code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(failure.reason(), "TOO_MANY_ATTEMPTS");
  EXPECT_EQ(FailureOf(visitor, Opening(token)).reason(), "TOO_MANY_ATTEMPTS");
  EXPECT_EQ(FailureOf(visitor, LoggingIn(they.account.admin().login())).reason(), "TOO_MANY_ATTEMPTS");
  ASSERT_TRUE(failure.retry_delay());
  Crm().Advance(*failure.retry_delay());
  EXPECT_EQ(visitor.Call<RedeemPasswordLinkResponse>(Redeeming(token)).login(), they.anna_user.login());
}

TEST(RedeemPasswordLink, DoesNotCountWhatSucceeds) {
  Colleagues they;
  const auto token = LinkOf(they.olga, they.anna_id());
  auto visitor = Crm().Visitor();
  for (int i = 0; i < 40; ++i)
    EXPECT_EQ(visitor.Call<GetPasswordLinkResponse>(Opening(token)).login(), they.anna_user.login());
  EXPECT_EQ(visitor.Call<RedeemPasswordLinkResponse>(Redeeming(token)).login(), they.anna_user.login());
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

UpdateUserRequest ToState(int64_t user_id, User::State state) {
  UpdateUserRequest request;
  request.set_user_id(user_id);
  request.mutable_user()->set_state(state);
  return request;
}

TEST(Invitation, IsAUserWithoutAPassword) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  EXPECT_EQ(vera.state(), User::STATE_INVITED);
  EXPECT_EQ(LoginRefusal(vera.login(), kPassword), "WRONG_LOGIN");
  EXPECT_TRUE(
      Crm()
          .db()
          .Query("SELECT hash FROM user_passwords WHERE account_id = ? AND user_id = ?", they.account_id(), vera.id())
          .empty());
}

TEST(Invitation, IsNotChosenByTheCaller) {
  Colleagues they;
  auto with_password = NewUser("boris", options::v1::ROLE_MANAGER);
  with_password.mutable_user()->set_state(User::STATE_INVITED);
  EXPECT_EQ(they.olga.Call<User>(with_password).state(), User::STATE_ACTIVE);
  auto without = Inviting("vera");
  without.mutable_user()->set_state(User::STATE_ACTIVE);
  const auto vera = they.olga.Call<User>(without);
  EXPECT_EQ(vera.state(), User::STATE_INVITED);
  EXPECT_EQ(they.olga.Call<User>(ToState(they.anna_id(), User::STATE_INVITED)).state(), User::STATE_ACTIVE);
  EXPECT_EQ(they.olga.Call<User>(ToState(vera.id(), User::STATE_ACTIVE)).SerializeAsString(), vera.SerializeAsString());
}

TEST(Invitation, RefusesAPasswordOfBlanks) {
  Colleagues they;
  auto request = Inviting("vera");
  request.set_password("          ");
  EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("MALFORMED at password"));
}

TEST(Invitation, MakesTheUserActiveOnceAccepted) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  EXPECT_EQ(Redeem(LinkOf(they.olga, vera.id())), vera.login());
  EXPECT_EQ(Reading(they.olga, vera.id()).state(), User::STATE_ACTIVE);
  EXPECT_EQ(Crm().LogIn(vera.login(), "battery staple").user().id(), vera.id());
}

TEST(Invitation, WritesAnEventOfTheUserWhenAccepted) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  Redeem(LinkOf(they.olga, vera.id()));
  const auto event = Crm().EventsOf(they.account_id()).back();
  EXPECT_EQ(event.actor_user_id(), vera.id());
  const auto change = events::ReadChange<User>(event);
  EXPECT_EQ(change.before.state(), User::STATE_INVITED);
  EXPECT_EQ(change.after.state(), User::STATE_ACTIVE);
  EXPECT_EQ(change.after.etag(), vera.etag() + 1);
}

TEST(Invitation, LastsIfTheUserIsDisabledAndEnabledAgain) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  they.olga.Call<User>(Disabling(vera.id()));
  EXPECT_EQ(they.olga.Call<User>(ToState(vera.id(), User::STATE_ACTIVE)).state(), User::STATE_INVITED);
}

TEST(Invitation, OfAnAdminLeavesTheLastActiveOneInOffice) {
  Colleagues they;
  they.olga.Call<User>(Inviting("galina", options::v1::ROLE_ADMIN));
  EXPECT_EQ(FailureOf(they.olga, Disabling(they.olga_id())).reason(), "LAST_ADMIN");
}

TEST(Invitation, OfANewAccountsAdminIsSentByTheOperator) {
  CreateAccountRequest request;
  request.mutable_account()->set_name("Лютик");
  request.mutable_admin()->set_login(Crm().Login("admin"));
  request.mutable_admin()->set_display_name("Ольга");
  request.mutable_admin()->set_role(options::v1::ROLE_ADMIN);
  const auto made = Crm().Operator().Call<CreateAccountResponse>(request);
  EXPECT_EQ(made.admin().state(), User::STATE_INVITED);
  auto in_account = Crm().Operator(made.account().id());
  Redeem(LinkOf(in_account, made.admin().id()));
  EXPECT_EQ(Crm().LogIn(made.admin().login(), "battery staple").user().role(), options::v1::ROLE_ADMIN);
}

TEST(FindUser, FindsWhoeverHasTheLoginInAnyAccount) {
  Colleagues they;
  const auto vera = they.olga.Call<User>(Inviting("vera"));
  FindUserRequest request;
  request.set_login("VERA" + vera.login().substr(4));
  const auto found = Crm().Operator().Call<FindUserResponse>(request);
  EXPECT_EQ(found.account_id(), they.account_id());
  EXPECT_EQ(found.user().SerializeAsString(), vera.SerializeAsString());
}

TEST(FindUser, SaysSoIfNobodyHasTheLogin) {
  FindUserRequest request;
  request.set_login(Crm().Login("nobody"));
  auto anybody = Crm().Operator();
  EXPECT_EQ(FailureOf(anybody, request).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing

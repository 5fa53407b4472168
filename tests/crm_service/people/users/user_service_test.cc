#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

User GetUser(client::Client& who, int64_t id) {
  GetUserRequest request;
  request.set_user_id(id);
  return who.Call<User>(request);
}

TEST(CreateUser, CreatesAnActiveUserWhoCanLogIn) {
  Colleagues they;
  EXPECT_EQ(they.anna_user.state(), User::STATE_ACTIVE);
  EXPECT_EQ(they.anna_user.etag(), 1);
  EXPECT_EQ(GetUser(they.anna, 0).SerializeAsString(), they.anna_user.SerializeAsString());
}

TEST(CreateUser, NumbersTheUsersOfAnAccountConsecutively) {
  Colleagues they;
  EXPECT_EQ(they.olga_id(), 1);
  EXPECT_EQ(they.anna_id(), 2);
}

TEST(CreateUser, RefusesALoginInUse) {
  Colleagues they;
  auto request = NewUser("boris", options::v1::ROLE_MANAGER);
  request.mutable_user()->set_login("ANNA" + they.anna_user.login().substr(4));
  const auto failure = FailureOf(they.olga, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(failure.reason(), "LOGIN_TAKEN");
}

TEST(CreateUser, ReportsAllViolationsAtOnce) {
  Colleagues they;
  auto request = NewUser("boris", options::v1::ROLE_SERVICE);
  request.mutable_user()->set_team_id(7);
  request.mutable_user()->set_deputy_user_id(77);
  request.mutable_user()->set_time_zone("Europe/Lukomorye");
  EXPECT_THAT(ViolationsOf(they.olga, request),
              UnorderedElementsAre("ROLE_NOT_ALLOWED at user.role", "UNKNOWN_TEAM at user.team_id",
                                   "UNKNOWN_USER at user.deputy_user_id", "UNKNOWN_TIME_ZONE at user.time_zone"));
}

TEST(CreateUser, RefusesALoginThatLooksLikeAnother) {
  Colleagues they;
  for (const char* sign : {"\u200B", "\u00AD", "\u202E", "\u00A0", "\u2800", "\u3164", "\uFEFF"}) {
    auto request = NewUser("boris", options::v1::ROLE_MANAGER);
    request.mutable_user()->set_login("boris" + std::string(sign) + "@example.com");
    EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("FORBIDDEN_CHARACTER at user.login")) << sign;
  }
}

TEST(UpdateUser, RefusesTheUserAsTheirOwnDeputy) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_deputy_user_id(they.anna_id());
  EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("OWN_DEPUTY at user.deputy_user_id"));
  request.mutable_user()->set_deputy_user_id(they.olga_id());
  EXPECT_EQ(they.olga.Call<User>(request).deputy_user_id(), they.olga_id());
}

TEST(CreateUser, RefusesADeputyFromAnotherAccount) {
  Colleagues they, others;
  others.olga.Call<User>(NewUser("vera", options::v1::ROLE_MANAGER));
  auto request = NewUser("boris", options::v1::ROLE_MANAGER);
  request.mutable_user()->set_deputy_user_id(3);
  EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("UNKNOWN_USER at user.deputy_user_id"));
}

// Nobody could log in as a user who has a second factor but no app that has its secret.
TEST(CreateUser, IgnoresWhatTheSystemSets) {
  Colleagues they;
  auto request = NewUser("boris", options::v1::ROLE_MANAGER);
  request.mutable_user()->set_id(77);
  request.mutable_user()->set_totp_enabled(true);
  const auto boris = they.olga.Call<User>(request);
  EXPECT_EQ(boris.id(), 3);
  EXPECT_FALSE(boris.totp_enabled());
}

TEST(CreateUser, StoresOnlyAHashOfThePassword) {
  Colleagues they;
  const auto rows = Crm().db().Query("SELECT hash FROM user_passwords WHERE account_id = ?", they.account_id());
  ASSERT_EQ(rows.size(), 2U);
  for (const auto& row : rows) EXPECT_TRUE(row.Text(0).starts_with("$argon2id$")) << row.Text(0);
}

TEST(GetUser, DoesNotFindAUserInAnotherAccount) {
  Colleagues they, others;
  others.olga.Call<User>(NewUser("vera", options::v1::ROLE_MANAGER));
  GetUserRequest request;
  request.set_user_id(3);
  EXPECT_EQ(FailureOf(they.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(ListUsers, ReturnsPagesOrderedById) {
  Colleagues they;
  they.olga.Call<User>(NewUser("boris", options::v1::ROLE_MANAGER));
  ListUsersRequest request;
  request.set_page_size(2);
  const auto first = they.anna.Call<ListUsersResponse>(request);
  ASSERT_EQ(first.users_size(), 2);
  request.set_page_token(first.next_page_token());
  const auto second = they.anna.Call<ListUsersResponse>(request);
  ASSERT_EQ(second.users_size(), 1);
  EXPECT_EQ(second.users(0).display_name(), "boris");
  EXPECT_EQ(second.next_page_token(), "");
}

TEST(UpdateUser, WritesAnEventWithBeforeAndAfter) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_display_name("Анна Ивановна");
  they.olga.Call<User>(request);
  const auto change = Crm().LastChange<User>(they.account_id());
  EXPECT_EQ(change.before.SerializeAsString(), they.anna_user.SerializeAsString());
  EXPECT_EQ(change.after.display_name(), "Анна Ивановна");
  EXPECT_EQ(change.after.etag(), 2);
}

TEST(UpdateUser, LetsUsersChangeTheirOwnNameLanguageAndTimeZone) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_display_name("Анна Ивановна");
  request.mutable_user()->set_locale("en");
  request.mutable_user()->set_time_zone("Asia/Omsk");
  // As it is: whoever sends the whole user changes nothing by it.
  request.mutable_user()->set_role(options::v1::ROLE_MANAGER);
  const auto after = they.anna.Call<User>(request);
  EXPECT_EQ(after.display_name(), "Анна Ивановна");
  EXPECT_EQ(after.locale(), "en");
  EXPECT_EQ(after.time_zone(), "Asia/Omsk");
  EXPECT_EQ(after.role(), options::v1::ROLE_MANAGER);
  // The token is still good.
  EXPECT_EQ(GetUser(they.anna, 0).SerializeAsString(), after.SerializeAsString());
}

TEST(UpdateUser, LetsOnlyAnAdminChangeMore) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_display_name("Анна Ивановна");
  request.mutable_user()->set_role(options::v1::ROLE_ADMIN);
  request.mutable_user()->set_deputy_user_id(they.olga_id());
  const auto failure = FailureOf(they.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "ROLE_NOT_ALLOWED");
  EXPECT_EQ(failure.metadata("fields"), "role, deputy_user_id");
  EXPECT_EQ(failure.localized_message(),
            "Поле role меняет только администратор.\nПоле deputy_user_id меняет только администратор.");
  EXPECT_EQ(GetUser(they.anna, 0).SerializeAsString(), they.anna_user.SerializeAsString());
}

TEST(UpdateUser, LetsOnlyAnAdminChangeAnother) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.olga_id());
  request.mutable_user()->set_display_name("Оля");
  const auto failure = FailureOf(they.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "ROLE_NOT_ALLOWED");
  EXPECT_EQ(GetUser(they.anna, they.olga_id()).display_name(), they.account.admin().display_name());
}

TEST(UpdateUser, RefusesAStaleEtag) {
  Colleagues they;
  auto request = Disabling(they.anna_id());
  request.set_etag(7);
  EXPECT_EQ(FailureOf(they.olga, request).reason(), "STALE_ETAG");
}

TEST(UpdateUser, RefusesToDisableTheLastAdmin) {
  Colleagues they;
  const auto failure = FailureOf(they.olga, Disabling(they.olga_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "LAST_ADMIN");
  EXPECT_EQ(GetUser(they.olga, 0).state(), User::STATE_ACTIVE);
}

TEST(UpdateUser, RefusesToDemoteTheLastAdmin) {
  Colleagues they;
  UpdateUserRequest request;
  request.set_user_id(they.olga_id());
  request.mutable_user()->set_role(options::v1::ROLE_DIRECTOR);
  EXPECT_EQ(FailureOf(they.olga, request).reason(), "LAST_ADMIN");
}

TEST(UpdateUser, LetsAnAdminLeaveIfAnotherRemains) {
  Colleagues they;
  they.olga.Call<User>(NewUser("galina", options::v1::ROLE_ADMIN));
  EXPECT_EQ(they.olga.Call<User>(Disabling(they.olga_id())).state(), User::STATE_DISABLED);
}

TEST(UpdateUser, EndsTheSessionsOfADisabledUser) {
  Colleagues they;
  const auto tokens = Crm().LogIn(they.anna_user.login());
  they.olga.Call<User>(Disabling(they.anna_id()));
  EXPECT_EQ(FailureOf(they.anna, GetUserRequest()).code(), grpc::StatusCode::UNAUTHENTICATED);
  auto nobody = Crm().Nobody();
  EXPECT_EQ(FailureOf(nobody, Refreshing(tokens)).reason(), "SESSION_ENDED");
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/crm_server.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

CreateAccountRequest Request(const std::string& login) {
  CreateAccountRequest request;
  request.mutable_account()->set_name("Ромашка");
  request.mutable_admin()->set_login(login);
  request.mutable_admin()->set_display_name("Ольга");
  request.mutable_admin()->set_role(options::v1::ROLE_ADMIN);
  request.set_password(kPassword);
  return request;
}

UpdateAccountRequest Renaming(const std::string& name) {
  UpdateAccountRequest request;
  request.mutable_account()->set_name(name);
  return request;
}

std::vector<int64_t> AllAccounts(int page_size) {
  auto anybody = Crm().Operator();
  ListAccountsRequest request;
  request.set_page_size(page_size);
  std::vector<int64_t> ids;
  do {
    const auto page = anybody.Call<ListAccountsResponse>(request);
    EXPECT_LE(page.accounts_size(), page_size);
    for (const auto& account : page.accounts()) ids.push_back(account.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return ids;
}

TEST(CreateAccount, FillsInDefaults) {
  const Account account = Crm().NewAccount().account();
  EXPECT_EQ(account.time_zone(), "Europe/Moscow");
  EXPECT_EQ(account.currency(), "RUB");
  EXPECT_EQ(account.locale(), "ru");
  EXPECT_EQ(account.partition(), account.id() % 64);
  EXPECT_EQ(account.etag(), 1);
}

TEST(CreateAccount, KeepsTheGivenValues) {
  auto request = Request(Crm().Login("admin"));
  request.mutable_account()->set_time_zone("Asia/Almaty");
  request.mutable_account()->set_currency("KZT");
  request.mutable_account()->set_locale("en");
  const auto account = Crm().Operator().Call<CreateAccountResponse>(request).account();
  EXPECT_EQ(account.time_zone(), "Asia/Almaty");
  EXPECT_EQ(account.currency(), "KZT");
  EXPECT_EQ(account.locale(), "en");
}

TEST(CreateAccount, AlwaysMakesTheFirstUserAnAdmin) {
  auto request = Request(Crm().Login("admin"));
  request.mutable_admin()->set_role(options::v1::ROLE_MANAGER);
  request.mutable_admin()->set_state(User::STATE_DISABLED);
  const auto made = Crm().Operator().Call<CreateAccountResponse>(request);
  EXPECT_EQ(made.admin().role(), options::v1::ROLE_ADMIN);
  EXPECT_EQ(made.admin().state(), User::STATE_ACTIVE);
  EXPECT_EQ(Crm().LogIn(made.admin().login()).user().id(), made.admin().id());
}

TEST(CreateAccount, NumbersItsUsersFromOne) { EXPECT_EQ(Crm().NewAccount().admin().id(), 1); }

TEST(CreateAccount, NumbersAccountsOnTheirOwnEvenIfTheOperatorNamesOne) {
  const auto first = Crm().NewAccount();
  auto anybody = Crm().Operator(first.account().id());
  const auto second = anybody.Call<CreateAccountResponse>(Request(Crm().Login("admin")));
  EXPECT_EQ(second.account().id(), first.account().id() + 1);
}

TEST(CreateAccount, RefusesALoginOfAnotherAccount) {
  const std::string login = Crm().Login("admin");
  auto anybody = Crm().Operator();
  anybody.Call<CreateAccountResponse>(Request(login));
  const auto before = AllAccounts(100);
  const auto failure = FailureOf(anybody, Request("ADMIN" + login.substr(5)));
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(failure.reason(), "LOGIN_TAKEN");
  EXPECT_EQ(AllAccounts(100), before);
}

TEST(CreateAccount, ReportsAllViolationsAtOnce) {
  auto request = Request(Crm().Login("admin"));
  request.mutable_account()->set_time_zone("Europe/Lukomorye");
  request.mutable_admin()->set_time_zone("Europe/Kitezh");
  request.mutable_admin()->set_team_id(1);
  request.mutable_admin()->set_deputy_user_id(1);
  auto anybody = Crm().Operator();
  EXPECT_THAT(ViolationsOf(anybody, request),
              UnorderedElementsAre("UNKNOWN_TIME_ZONE at account.time_zone", "UNKNOWN_TIME_ZONE at admin.time_zone",
                                   "UNKNOWN_TEAM at admin.team_id", "UNKNOWN_USER at admin.deputy_user_id"));
}

TEST(CreateAccount, CreatesOneAccountForARetriedRequest) {
  auto request = Request(Crm().Login("admin"));
  request.set_request_id("once-" + request.admin().login().substr(6));
  auto anybody = Crm().Operator();
  const auto first = anybody.Call<CreateAccountResponse>(request);
  const auto again = anybody.Call<CreateAccountResponse>(request);
  EXPECT_EQ(again.account().id(), first.account().id());
}

TEST(CreateAccount, WritesAnEventForTheNewAccount) {
  const auto made = Crm().NewAccount();
  const auto events = Crm().EventsOf(made.account().id());
  ASSERT_EQ(events.size(), 2U);
  const auto change = events::ReadChange<Account>(events[0]);
  EXPECT_EQ(change.after.SerializeAsString(), made.account().SerializeAsString());
  EXPECT_FALSE(change.HasBefore());
  EXPECT_EQ(events::ReadChange<User>(events[1]).after.SerializeAsString(), made.admin().SerializeAsString());
  EXPECT_EQ(events[1].actor_service(), "operator");
}

TEST(GetAccount, ReturnsTheCallersAccount) {
  const auto made = Crm().NewAccount();
  EXPECT_EQ(Crm().User(made.admin().login()).Call<Account>(GetAccountRequest()).id(), made.account().id());
}

TEST(GetAccount, IsNotFoundForAServiceWithoutAnAccount) {
  auto lost = Crm().Service("intake", 1'000'000);
  EXPECT_EQ(FailureOf(lost, GetAccountRequest()).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(UpdateAccount, ChangesOnlyWhatTheMaskNames) {
  const auto made = Crm().NewAccount();
  auto admin = Crm().User(made.admin().login());
  auto request = Renaming("Василёк");
  request.mutable_account()->set_currency("USD");
  request.mutable_update_mask()->add_paths("name");
  const auto changed = admin.Call<Account>(request);
  EXPECT_EQ(changed.name(), "Василёк");
  EXPECT_EQ(changed.currency(), "RUB");
  EXPECT_EQ(changed.etag(), 2);
  EXPECT_EQ(admin.Call<Account>(GetAccountRequest()).SerializeAsString(), changed.SerializeAsString());
}

TEST(UpdateAccount, AllowsDetailsInPushes) {
  const auto made = Crm().NewAccount();
  auto admin = Crm().User(made.admin().login());
  EXPECT_FALSE(made.account().push_details());
  UpdateAccountRequest request;
  request.mutable_account()->set_push_details(true);
  EXPECT_TRUE(admin.Call<Account>(request).push_details());
  EXPECT_TRUE(admin.Call<Account>(Renaming("Василёк")).push_details());
  request.mutable_account()->set_push_details(false);
  request.mutable_update_mask()->add_paths("push_details");
  EXPECT_FALSE(admin.Call<Account>(request).push_details());
}

TEST(UpdateAccount, ReplacesAClearedValueWithTheDefault) {
  auto admin = Crm().User(Crm().NewAccount().admin().login());
  UpdateAccountRequest request;
  request.mutable_account()->set_time_zone("Asia/Omsk");
  EXPECT_EQ(admin.Call<Account>(request).time_zone(), "Asia/Omsk");
  request.clear_account();
  request.mutable_account();
  request.mutable_update_mask()->add_paths("time_zone");
  EXPECT_EQ(admin.Call<Account>(request).time_zone(), "Europe/Moscow");
}

TEST(UpdateAccount, RefusesAnUnknownTimeZone) {
  auto admin = Crm().User(Crm().NewAccount().admin().login());
  UpdateAccountRequest request;
  request.mutable_account()->set_time_zone("Europe/Lukomorye");
  EXPECT_THAT(ViolationsOf(admin, request), ElementsAre("UNKNOWN_TIME_ZONE at account.time_zone"));
}

TEST(UpdateAccount, RefusesAStaleEtag) {
  auto admin = Crm().User(Crm().NewAccount().admin().login());
  admin.Call<Account>(Renaming("Василёк"));
  auto late = Renaming("Незабудка");
  late.set_etag(1);
  const auto failure = FailureOf(admin, late);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(admin.Call<Account>(GetAccountRequest()).name(), "Василёк");
}

TEST(UpdateAccount, WritesAnEventOnlyIfSomethingChanges) {
  const auto made = Crm().NewAccount();
  auto admin = Crm().User(made.admin().login());
  admin.Call<Account>(Renaming("Василёк"));
  admin.Call<Account>(Renaming("Василёк"));
  const auto events = Crm().EventsOf(made.account().id());
  ASSERT_EQ(events.size(), 3U);
  const auto change = events::ReadChange<Account>(events[2]);
  EXPECT_EQ(change.before.name(), "Лютик");
  EXPECT_EQ(change.after.name(), "Василёк");
  EXPECT_EQ(events[2].actor_user_id(), made.admin().id());
}

TEST(ListAccounts, ReturnsEachOnceAtAnyPageSize) {
  for (int i = 0; i < 3; ++i) Crm().NewAccount();
  const auto all = AllAccounts(1000);
  EXPECT_GE(all.size(), 3U);
  EXPECT_EQ(AllAccounts(2), all);
}

}  // namespace
}  // namespace voronka::testing

#include "crm_service/people/access/sight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

crm::Sight SightOfUser(const Office& office, const User& user, Entity entity = ENTITY_DEAL) {
  rpc::Caller caller;
  caller.account_id = office.account_id();
  caller.user_id = user.id();
  caller.role = user.role();
  return crm::SightOf(Crm().db(), caller, entity);
}

TEST(Sight, IsWholeInAnAccountThatHasLimitedNobody) {
  Office office;
  EXPECT_TRUE(SightOfUser(office, office.anna_user).is_whole());
}

TEST(Sight, IsWholeForRolesThatCannotBeLimited) {
  Office office;
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_TRUE(SightOfUser(office, office.account.admin()).is_whole());
  EXPECT_TRUE(SightOfUser(office, office.galina_user).is_whole()) << "heads of sales are not limited here";
}

TEST(Sight, OfOnesOwnIsNobodyElse) {
  Office office;
  LimitManagers(office, READ_SCOPE_OWN);
  const auto sight = SightOfUser(office, office.anna_user);
  ASSERT_TRUE(sight.owners());
  EXPECT_THAT(*sight.owners(), ElementsAre(office.anna_id()));
  EXPECT_TRUE(sight.Covers(office.anna_id()));
  EXPECT_FALSE(sight.Covers(office.boris_id()));
  EXPECT_FALSE(sight.Covers(0));
}

TEST(Sight, OfADeputyHasWhoeverIsAway) {
  Office office;
  LimitManagers(office, READ_SCOPE_OWN);
  UpdateUserRequest request;
  request.set_user_id(office.boris_id());
  request.mutable_user()->set_deputy_user_id(office.anna_id());
  office.olga.Call<User>(request);
  EXPECT_FALSE(SightOfUser(office, office.anna_user).Covers(office.boris_id())) << "Борис is at work";
  office.olga.Call<User>(Disabling(office.boris_id()));
  EXPECT_TRUE(SightOfUser(office, office.anna_user).Covers(office.boris_id()));
}

TEST(Sight, OfATeamHasItsMembersAndTheDealsThatNobodyHas) {
  Office office;
  LimitManagers(office, READ_SCOPE_TEAM);
  MakeTeam(office, {office.anna_id(), office.boris_id()});
  const auto deals = SightOfUser(office, office.anna_user);
  ASSERT_TRUE(deals.owners());
  EXPECT_THAT(*deals.owners(), UnorderedElementsAre(0, office.anna_id(), office.boris_id()));
  EXPECT_FALSE(SightOfUser(office, office.anna_user, ENTITY_CONTACT).Covers(0));
}

TEST(Sight, OfSomebodyWithoutATeamIsTheirOwn) {
  Office office;
  LimitManagers(office, READ_SCOPE_TEAM);
  EXPECT_FALSE(SightOfUser(office, office.anna_user).Covers(office.boris_id()));
}

TEST(Sight, OfAHeadHasTheTeamsThatTheyLead) {
  Office office;
  office.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_TEAM));
  MakeTeam(office, {office.anna_id()});
  const auto sight = SightOfUser(office, office.galina_user);
  EXPECT_TRUE(sight.Covers(office.anna_id()));
  EXPECT_FALSE(sight.Covers(office.boris_id()));
}

TEST(Sight, TellsARequestOnlyOfThoseAmongThem) {
  const crm::Sight sight({7, 5, 7});
  EXPECT_THAT(sight.Among(std::nullopt).value(), ElementsAre(5, 7));
  EXPECT_THAT(sight.Among(5).value(), ElementsAre(5));
  EXPECT_THAT(sight.Among(6).value(), IsEmpty());
  EXPECT_FALSE(crm::Sight().Among(std::nullopt).has_value());
}

TEST(AddOwners, OfNobodyAtAllFindsNothing) {
  std::string sql = "WHERE a = ?";
  std::vector<storage::Value> values{1};
  crm::AddOwners(std::vector<int64_t>(), "b", sql, values);
  EXPECT_EQ(sql, "WHERE a = ? AND 0 = 1");
  sql = "WHERE a = ?";
  crm::AddOwners(std::vector<int64_t>{3, 4}, "b", sql, values);
  EXPECT_EQ(sql, "WHERE a = ? AND b IN (?, ?)");
  EXPECT_EQ(values.size(), 3U);
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/users/colleagues.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

CreateTeamRequest NewTeam(const std::string& name, int64_t head) {
  CreateTeamRequest request;
  request.mutable_team()->set_name(name);
  request.mutable_team()->set_head_user_id(head);
  return request;
}

GetTeamRequest Getting(int64_t id) {
  GetTeamRequest request;
  request.set_team_id(id);
  return request;
}

TEST(CreateTeam, IsVisibleToEverybodyInTheAccount) {
  Colleagues they;
  const auto made = they.olga.Call<Team>(NewTeam("Опт", they.anna_id()));
  EXPECT_EQ(made.head_user_id(), they.anna_id());
  EXPECT_EQ(made.etag(), 1);
  EXPECT_EQ(they.anna.Call<Team>(Getting(made.id())).SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(Crm().LastChange<Team>(they.account_id()).after.SerializeAsString(), made.SerializeAsString());
}

TEST(CreateTeam, ReportsEveryUnknownUserAtOnce) {
  Colleagues they;
  auto request = NewTeam("Опт", 77);
  request.mutable_team()->set_deputy_user_id(78);
  EXPECT_THAT(ViolationsOf(they.olga, request),
              UnorderedElementsAre("UNKNOWN_USER at team.head_user_id", "UNKNOWN_USER at team.deputy_user_id"));
}

TEST(GetTeam, DoesNotFindATeamInAnotherAccount) {
  Colleagues they, others;
  const auto theirs = others.olga.Call<Team>(NewTeam("Опт", others.anna_id()));
  EXPECT_EQ(FailureOf(they.olga, Getting(theirs.id())).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(ListTeams, ReturnsPagesOrderedById) {
  Colleagues they;
  for (const char* name : {"Опт", "Розница", "Тендеры"}) they.olga.Call<Team>(NewTeam(name, they.anna_id()));
  ListTeamsRequest request;
  request.set_page_size(2);
  const auto first = they.anna.Call<ListTeamsResponse>(request);
  ASSERT_EQ(first.teams_size(), 2);
  request.set_page_token(first.next_page_token());
  const auto second = they.anna.Call<ListTeamsResponse>(request);
  ASSERT_EQ(second.teams_size(), 1);
  EXPECT_EQ(second.teams(0).name(), "Тендеры");
}

TEST(UpdateTeam, ChangesTheTeamAndWritesAnEvent) {
  Colleagues they;
  const auto made = they.olga.Call<Team>(NewTeam("Опт", they.anna_id()));
  UpdateTeamRequest request;
  request.set_team_id(made.id());
  request.mutable_team()->set_deputy_user_id(they.olga_id());
  const auto changed = they.olga.Call<Team>(request);
  EXPECT_EQ(changed.deputy_user_id(), they.olga_id());
  EXPECT_EQ(changed.name(), "Опт");
  EXPECT_EQ(changed.etag(), 2);
  const auto change = Crm().LastChange<Team>(they.account_id());
  EXPECT_EQ(change.before.SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(change.after.SerializeAsString(), changed.SerializeAsString());
}

TEST(UpdateTeam, RefusesAnUnknownDeputy) {
  Colleagues they;
  UpdateTeamRequest request;
  request.set_team_id(they.olga.Call<Team>(NewTeam("Опт", they.anna_id())).id());
  request.mutable_team()->set_deputy_user_id(77);
  EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("UNKNOWN_USER at team.deputy_user_id"));
}

TEST(UpdateUser, PutsAUserIntoATeam) {
  Colleagues they;
  const auto made = they.olga.Call<Team>(NewTeam("Опт", they.anna_id()));
  UpdateUserRequest request;
  request.set_user_id(they.anna_id());
  request.mutable_user()->set_team_id(made.id());
  EXPECT_EQ(they.olga.Call<User>(request).team_id(), made.id());
  request.mutable_user()->set_team_id(made.id() + 1);
  EXPECT_THAT(ViolationsOf(they.olga, request), ElementsAre("UNKNOWN_TEAM at user.team_id"));
}

}  // namespace
}  // namespace voronka::testing

#include "foundation/staff/stand_in.h"

#include <gtest/gtest.h>

namespace voronka::staff {
namespace {

using options::v1::ROLE_ADMIN;
using options::v1::ROLE_DIRECTOR;
using options::v1::ROLE_HEAD_OF_SALES;
using options::v1::ROLE_MANAGER;

constexpr int64_t kAdmin = 1;
constexpr int64_t kDirector = 2;
constexpr int64_t kHead = 3;
constexpr int64_t kSecondHead = 4;
constexpr int64_t kAnna = 11;
constexpr int64_t kBoris = 12;
constexpr int64_t kVera = 13;
constexpr int64_t kTeam = 7;

// Анна's deputy is Борис, his is Вера; Вера leads the team of all three.
struct StandIn : ::testing::Test {
  Person& Of(int64_t user_id) {
    for (auto& person : staff.people) {
      if (person.user_id == user_id) return person;
    }
    throw std::logic_error("nobody");
  }
  void Disable(std::initializer_list<int64_t> users) {
    for (const int64_t user_id : users) Of(user_id).active = false;
  }

  Staff staff = {
      .people = {{kSecondHead, ROLE_HEAD_OF_SALES, true},
                 {kHead, ROLE_HEAD_OF_SALES, true},
                 {kDirector, ROLE_DIRECTOR, true},
                 {kAdmin, ROLE_ADMIN, true},
                 {kAnna, ROLE_MANAGER, true, kTeam, kBoris},
                 {kBoris, ROLE_MANAGER, true, kTeam, 0},
                 {kVera, ROLE_MANAGER, true, kTeam, 0}},
      .teams = {{.id = kTeam, .head_user_id = kVera, .deputy_user_id = kSecondHead}},
  };
};

TEST_F(StandIn, IsTheUserIfTheyAreActive) { EXPECT_EQ(WhoActsFor(kAnna, staff), kAnna); }

TEST_F(StandIn, IsTheDeputyFirst) {
  Disable({kAnna});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kBoris);
  EXPECT_EQ(UserOrDeputy(kAnna, staff), kBoris);
}

TEST_F(StandIn, IsTheDeputysDeputySecond) {
  Of(kBoris).deputy_user_id = kDirector;
  Disable({kAnna, kBoris});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kDirector);
}

TEST_F(StandIn, IsTheTeamHeadIfNoDeputyIsActive) {
  Disable({kAnna, kBoris});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kVera);
  EXPECT_EQ(UserOrDeputy(kAnna, staff), 0);
}

TEST_F(StandIn, IsTheTeamsDeputyIfItsHeadIsDisabledToo) {
  Disable({kAnna, kBoris, kVera});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kSecondHead);
}

TEST_F(StandIn, ToleratesTwoWhoAreEachOthersDeputies) {
  Of(kBoris).deputy_user_id = kAnna;
  Disable({kAnna, kBoris});
  EXPECT_EQ(UserOrDeputy(kAnna, staff), 0);
  EXPECT_EQ(WhoActsFor(kAnna, staff), kVera);
}

TEST_F(StandIn, ToleratesSomebodyWhoIsTheirOwnDeputy) {
  Of(kAnna).deputy_user_id = kAnna;
  Disable({kAnna});
  EXPECT_EQ(UserOrDeputy(kAnna, staff), 0);
}

TEST_F(StandIn, ForNobodyIsTheFirstHeadOfSales) { EXPECT_EQ(WhoActsFor(0, staff), kHead); }

TEST_F(StandIn, IsTheFirstHeadOfSalesWithoutATeam) {
  Of(kAnna).team_id = 0;
  Disable({kAnna, kBoris});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kHead);
  Disable({kHead});
  EXPECT_EQ(WhoActsFor(kAnna, staff), kSecondHead);
}

TEST_F(StandIn, IsTheDirectorWithoutAnActiveHeadOfSales) {
  Disable({kHead, kSecondHead});
  EXPECT_EQ(WhoActsFor(0, staff), kDirector);
}

TEST_F(StandIn, IsAnAdminAsALastResort) {
  Disable({kHead, kSecondHead, kDirector});
  EXPECT_EQ(WhoActsFor(0, staff), kAdmin);
}

TEST_F(StandIn, IsNobodyIfNobodyIsActive) {
  Disable({kHead, kSecondHead, kDirector, kAdmin});
  EXPECT_EQ(WhoActsFor(0, staff), 0);
}

TEST_F(StandIn, ForAnUnknownUserIsTheHeadOfSales) { EXPECT_EQ(WhoActsFor(99, staff), kHead); }

}  // namespace
}  // namespace voronka::staff

#include "foundation/staff/deputies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::staff {
namespace {

using options::v1::ROLE_DIRECTOR;
using options::v1::ROLE_HEAD_OF_SALES;
using options::v1::ROLE_MANAGER;
using options::v1::ROLE_UNSPECIFIED;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr int64_t kDirector = 2;
constexpr int64_t kHead = 3;
constexpr int64_t kAnna = 11;
constexpr int64_t kBoris = 12;
constexpr int64_t kVera = 13;

// The head's deputy is Анна, hers is Борис; in the head's team, it is Вера. The director's is the head.
struct Deputies : ::testing::Test {
  Staff staff = {
      .people = {{kDirector, ROLE_DIRECTOR, true, 0, kHead},
                 {kHead, ROLE_HEAD_OF_SALES, true, 0, kAnna},
                 {kAnna, ROLE_MANAGER, true, 0, kBoris},
                 {kBoris, ROLE_MANAGER, true},
                 {kVera, ROLE_MANAGER, true}},
      .teams = {{.id = 7, .head_user_id = kHead, .deputy_user_id = kVera}},
  };
};

TEST_F(Deputies, AreOfTheUserAndOfTheTeam) {
  EXPECT_THAT(DeputiesOf(kHead, staff), ElementsAre(kAnna, kVera));
  EXPECT_THAT(DeputiesOf(kBoris, staff), IsEmpty());
  EXPECT_THAT(DeputiesOf(99, staff), IsEmpty());
}

TEST_F(Deputies, AreTheFirstWhoAreActive) {
  staff.people[2].active = false;
  EXPECT_THAT(DeputiesOf(kHead, staff), ElementsAre(kBoris, kVera));
}

TEST_F(Deputies, ActInTheHighestRoleOfThoseTheyStandInFor) {
  EXPECT_EQ(RoleActedIn(kBoris, staff), ROLE_MANAGER);
  EXPECT_EQ(RoleActedIn(kVera, staff), ROLE_HEAD_OF_SALES);
  EXPECT_EQ(RoleActedIn(kHead, staff), ROLE_DIRECTOR);
  EXPECT_EQ(RoleActedIn(99, staff), ROLE_UNSPECIFIED);
}

TEST_F(Deputies, KnowInWhosePlaceTheyAnswer) {
  EXPECT_THAT(StoodInForBy(kVera, staff), ElementsAre(Pair(kHead, ROLE_DIRECTOR)));
  EXPECT_THAT(StoodInForBy(kBoris, staff), ElementsAre(Pair(kAnna, ROLE_HEAD_OF_SALES)));
  EXPECT_THAT(StoodInForBy(kDirector, staff), IsEmpty());
}

}  // namespace
}  // namespace voronka::staff

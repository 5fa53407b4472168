// What services are told of whose deals a user sees.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct OwnersSeenBy : Office {
  ListSeenOwnersResponse SeenBy(int64_t user_id) {
    ListSeenOwnersRequest request;
    request.set_user_id(user_id);
    return distribution.Call<ListSeenOwnersResponse>(request);
  }
};

TEST(SeenOwners, AreEverybodyUntilSomebodyLimitsIt) {
  OwnersSeenBy office;
  EXPECT_TRUE(office.SeenBy(office.anna_id()).everybody());
  EXPECT_THAT(office.SeenBy(office.anna_id()).user_ids(), IsEmpty());
}

TEST(SeenOwners, AreThoseOfTheRolesScope) {
  OwnersSeenBy office;
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_FALSE(office.SeenBy(office.anna_id()).everybody());
  EXPECT_THAT(office.SeenBy(office.anna_id()).user_ids(), ElementsAre(office.anna_id()));
  EXPECT_TRUE(office.SeenBy(office.galina_id()).everybody());
}

TEST(SeenOwners, OfATeamAreItsMembersAndNobody) {
  OwnersSeenBy office;
  MakeTeam(office, {office.boris_id()});
  office.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_TEAM));
  EXPECT_THAT(office.SeenBy(office.galina_id()).user_ids(), ElementsAre(0, office.boris_id(), office.galina_id()));
}

}  // namespace
}  // namespace voronka::testing

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using options::v1::ROLE_DIRECTOR;
using options::v1::ROLE_HEAD_OF_SALES;
using options::v1::ROLE_MANAGER;
using ::testing::ElementsAre;

TEST(RoleAccess, IsEverythingUntilSomebodyLimitsIt) {
  Office office;
  const auto all = office.anna.Call<ListRoleAccessResponse>(ListRoleAccessRequest());
  ASSERT_EQ(all.role_access_size(), 2);
  EXPECT_EQ(all.role_access(0).role(), ROLE_MANAGER);
  EXPECT_EQ(all.role_access(1).role(), ROLE_HEAD_OF_SALES);
  for (const auto& access : all.role_access()) {
    EXPECT_EQ(access.deals(), READ_SCOPE_ALL);
    EXPECT_EQ(access.etag(), 0);
  }
}

TEST(RoleAccess, IsReplacedAsAWhole) {
  Office office;
  LimitManagers(office, READ_SCOPE_OWN);
  UpdateRoleAccessRequest request;
  request.mutable_role_access()->set_role(ROLE_MANAGER);
  request.mutable_role_access()->set_contacts(READ_SCOPE_TEAM);
  request.mutable_role_access()->set_owner_change_forbidden(true);
  const auto changed = office.olga.Call<RoleAccess>(request);
  EXPECT_EQ(changed.deals(), READ_SCOPE_ALL) << "what is not named is everything";
  EXPECT_EQ(changed.contacts(), READ_SCOPE_TEAM);
  EXPECT_TRUE(changed.owner_change_forbidden());
  EXPECT_EQ(changed.etag(), 2);
  EXPECT_EQ(office.LastChange<RoleAccess>().after.SerializeAsString(), changed.SerializeAsString());
}

TEST(RoleAccess, OfWhoeverSeesEverythingIsNotForChanging) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.olga, Limiting(ROLE_DIRECTOR, READ_SCOPE_OWN)),
              ElementsAre("ROLE_SEES_ALL at role_access.role"));
}

TEST(RoleAccess, IsNotChangedByWhoeverHasReadAnOlderVersion) {
  Office office;
  LimitManagers(office, READ_SCOPE_OWN);
  LimitManagers(office, READ_SCOPE_TEAM);
  auto request = Limiting(ROLE_MANAGER, READ_SCOPE_ALL);
  request.set_etag(1);
  EXPECT_EQ(FailureOf(office.olga, request).reason(), "STALE_ETAG");
}

}  // namespace
}  // namespace voronka::testing

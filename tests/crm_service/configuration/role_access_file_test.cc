// What roles may read is a part of the configuration like any other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kManagersSeeTheirOwn[] = "role_access { role: ROLE_MANAGER deals: READ_SCOPE_OWN }\n";

ReadScope ScopeOfManagers(client::Client& who) {
  return who.Call<ListRoleAccessResponse>(ListRoleAccessRequest()).role_access(0).deals();
}

TEST(RoleAccessFile, IsPlannedAppliedAndExported) {
  Office office;
  EXPECT_THAT(Exported(office.olga).file(), Not(HasSubstr("role_access")));
  EXPECT_THAT(Paths(PlanOfFile(office.olga, kManagersSeeTheirOwn)), ElementsAre("+ role_access[\"ROLE_MANAGER\"]"));
  EXPECT_EQ(ScopeOfManagers(office.anna), READ_SCOPE_ALL) << "a plan changes nothing";
  Apply(office.olga, ApplyingFile(kManagersSeeTheirOwn));
  EXPECT_EQ(ScopeOfManagers(office.anna), READ_SCOPE_OWN);
  const auto file = Exported(office.olga).file();
  EXPECT_THAT(file, HasSubstr("READ_SCOPE_OWN"));
  EXPECT_THAT(Paths(PlanOfFile(office.olga, file)), IsEmpty());
}

TEST(RoleAccessFile, TellsWhatChanges) {
  Office office;
  Apply(office.olga, ApplyingFile(kManagersSeeTheirOwn));
  const auto plan =
      PlanOfFile(office.olga, "role_access { role: ROLE_MANAGER deals: READ_SCOPE_TEAM export_forbidden: true }");
  EXPECT_THAT(Paths(plan),
              ElementsAre("~ role_access[\"ROLE_MANAGER\"].deals", "~ role_access[\"ROLE_MANAGER\"].export_forbidden"));
}

TEST(RoleAccessFile, SaysWhoMayChooseOwners) {
  Office office;
  const std::string kept = "role_access { role: ROLE_MANAGER owner_change_forbidden: true }\n";
  Apply(office.olga, ApplyingFile(kept));
  EXPECT_THAT(Exported(office.olga).file(), HasSubstr("owner_change_forbidden: true"));
  EXPECT_EQ(FailureOf(office.anna, Reassigning(office.AnnasDeal().id(), office.boris_id())).reason(),
            "OWNER_CHANGE_FORBIDDEN");
  EXPECT_THAT(Paths(PlanOfFile(office.olga, "role_access { role: ROLE_MANAGER export_forbidden: true }")),
              ElementsAre("~ role_access[\"ROLE_MANAGER\"].export_forbidden",
                          "~ role_access[\"ROLE_MANAGER\"].owner_change_forbidden"));
}

TEST(RoleAccessFile, IsReturnedTo) {
  Office office;
  const auto before = Apply(office.olga, ApplyingFile(kManagersSeeTheirOwn)).version();
  Apply(office.olga, ApplyingFile("role_access { role: ROLE_MANAGER deals: READ_SCOPE_TEAM }"));
  Apply(office.olga, RollingBackTo(before));
  EXPECT_EQ(ScopeOfManagers(office.anna), READ_SCOPE_OWN);
  Apply(office.olga, RollingBackTo(before - 1));
  EXPECT_EQ(ScopeOfManagers(office.anna), READ_SCOPE_ALL);
}

TEST(RoleAccessFile, IsEverythingAgainIfOthersGo) {
  Office office;
  Apply(office.olga, ApplyingFile(kManagersSeeTheirOwn));
  Apply(office.olga, ApplyingFile(PipelineText("partners", "default_for_inquiries: true"), true));
  EXPECT_EQ(ScopeOfManagers(office.anna), READ_SCOPE_ALL);
}

TEST(RoleAccessFile, NamesEachRoleThatMayBeLimitedOnce) {
  Office office;
  EXPECT_THAT(ProblemsOf(PlanOfFile(office.olga, "role_access { role: ROLE_DIRECTOR }")),
              ElementsAre("1 role_access[0].role ROLE_SEES_ALL"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(office.olga, std::string(kManagersSeeTheirOwn) + kManagersSeeTheirOwn)),
              ElementsAre("2 role_access[1].role DUPLICATE_KEY"));
}

}  // namespace
}  // namespace voronka::testing

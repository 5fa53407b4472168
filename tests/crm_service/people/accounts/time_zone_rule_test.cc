#include "crm_service/people/accounts/time_zone_rule.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

bool IsRefused(const std::string& name) {
  rpc::Violations violations;
  RequireTimeZone(name, "time_zone", violations);
  return !violations.empty();
}

TEST(TimeZoneRule, AcceptsANameInTheTimeZoneDatabase) {
  EXPECT_FALSE(IsRefused("Europe/Moscow"));
  EXPECT_FALSE(IsRefused("Asia/Vladivostok"));
}

TEST(TimeZoneRule, AcceptsAnEmptyName) { EXPECT_FALSE(IsRefused("")); }

TEST(TimeZoneRule, AcceptsALink) {
  EXPECT_FALSE(IsRefused("W-SU"));
  EXPECT_FALSE(IsRefused("Asia/Calcutta"));
  EXPECT_FALSE(IsRefused("UTC"));
}

TEST(TimeZoneRule, RefusesWhatOnlyFilesAreNamed) {
  for (const std::string name : {"posix/Europe/Moscow", "right/Europe/Moscow", "posixrules", "localtime", "Factory"}) {
    EXPECT_TRUE(IsRefused(name)) << name;
  }
}

TEST(TimeZoneRule, RefusesAnInventedName) {
  EXPECT_TRUE(IsRefused("Europe/Lukomorye"));
  EXPECT_TRUE(IsRefused("Europe"));
  EXPECT_TRUE(IsRefused("MSK+3"));
}

}  // namespace
}  // namespace voronka::crm

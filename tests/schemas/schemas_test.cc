#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "crm_service/schema/migrations.h"
#include "distribution_service/schema/migrations.h"
#include "foundation/storage/migration_plan.h"
#include "notifier/schema/migrations.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

using ::testing::IsSubsetOf;

// Those that lock a table are refused where it is large. These are of before the first release, when nobody had a large
// table. Add only one whose table stays small: "A large table" in CONTRIBUTING.md.
const std::vector<std::string> kLocking = {
    "0003_fill_heartbeats",
    "0011_fill_event_partitions",
    "0014_name_event_log",
    "0143_clear_given_deal_names",
    "0150_widen_phone_of_inquiries",
    "0155_compare_whole_logins",
    "0156_clear_own_deputies",
    "0170_clear_file_zones_of_accounts",
    "0171_clear_file_zones_of_users",
    "0261_number_queues_apart",
    "0306_relist_for_standing",
    "0317_make_page_key",
    "0331_acknowledge_ended_offers",
    "0340_acknowledge_news_of_ended_tasks",
};

std::vector<std::string> Locking(std::span<const Migration> migrations) {
  std::vector<std::string> names;
  for (const PlannedMigration& planned : PlanMigrations(voronka::testing::FreshSchema(), migrations)) {
    if (planned.way == MigrationWay::kLock) names.push_back(planned.name);
  }
  return names;
}

TEST(Schemas, ChangeWithoutLockingLargeTables) {
  EXPECT_THAT(Locking(crm_service::Migrations()), IsSubsetOf(kLocking));
  EXPECT_THAT(Locking(distribution_service::Migrations()), IsSubsetOf(kLocking));
  EXPECT_THAT(Locking(notifier::Migrations()), IsSubsetOf(kLocking));
}

}  // namespace
}  // namespace voronka::storage

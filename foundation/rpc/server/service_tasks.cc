#include "foundation/rpc/server/service_tasks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "foundation/process/log.h"
#include "foundation/storage/migration_plan.h"

namespace voronka::rpc {

void PrintMigrationPlan(const config::v1::Process& process, std::span<const storage::Migration> migrations) {
  const auto plan = storage::PlanMigrations(process.database(), migrations);
  fmt::print("{}", storage::PlanText(process.database().schema(), plan));
  std::fflush(stdout);
  if (std::ranges::any_of(plan, &storage::PlannedMigration::is_refused)) {
    throw std::runtime_error("this release cannot migrate this database: see REFUSED above");
  }
}

void MigrateOnly(const config::v1::Process& process, std::span<const storage::Migration> migrations) {
  process::Log log(process.log());
  storage::Migrate(process.database(), migrations, &log);
}

}  // namespace voronka::rpc

#pragma once

#include <functional>
#include <span>
#include <utility>

#include "foundation/program/run_program.h"
#include "foundation/storage/migrations.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

void PrintMigrationPlan(const config::v1::Process& process, std::span<const storage::Migration> migrations);
void MigrateOnly(const config::v1::Process& process, std::span<const storage::Migration> migrations);

// What a service with a schema can be told to do. The configuration is read before a task runs, but not yet here.
template <class Configuration>
process::Tasks ServiceTasks(const Configuration& configuration, std::span<const storage::Migration> migrations,
                            std::function<void()> serve) {
  return {std::move(serve), [&configuration, migrations] { PrintMigrationPlan(configuration.process(), migrations); },
          [&configuration, migrations] { MigrateOnly(configuration.process(), migrations); }};
}

}  // namespace voronka::rpc

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "foundation/storage/migrations.h"

namespace voronka::storage {

// What a migration does to those who write meanwhile.
enum class MigrationWay {
  kNothing,   // a new table, or one that goes: nobody writes to it
  kAtOnce,    // the description of the table changes, its rows stay as they are
  kIndex,     // an index is built while writes go on
  kRebuild,   // the table is built anew while writes go on
  kPortions,  // rows change in portions while writes go on
  kLock,      // the table is locked: only while it is small
};

struct PlannedMigration {
  std::string name;
  // Whose rows it goes through.
  std::string table;
  // As InnoDB estimates.
  int64_t rows_about = 0;
  MigrationWay way = MigrationWay::kNothing;
  // kLock, and the table is not small: Migrate would throw.
  bool is_refused = false;
  // kIndex or kRebuild of a table that is not small, and the server's innodb_sort_buffer_size is so large that the end
  // of the work may lock the table for longer than a second.
  bool may_pause = false;
  double seconds_about = 0;
};

// The migrations that Migrate would apply, in order. Changes nothing in the schema: shapes are tried out on empty
// copies of the tables, in a schema SCHEMA_plan that is gone afterwards.
std::vector<PlannedMigration> PlanMigrations(const config::v1::Database& database,
                                             std::span<const Migration> migrations);

// For people: a line for each, with how long it takes.
std::string PlanText(const std::string& schema, std::span<const PlannedMigration> plan);

}  // namespace voronka::storage

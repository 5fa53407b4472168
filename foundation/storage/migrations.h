#pragma once

#include <span>
#include <string_view>

#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// One step of a schema: a statement that is safe to run again, in a file `NNNN_verb_noun.sql`.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

// Creates the schema if it is missing and applies, in order, the migrations that have not been applied. Several
// processes may start at once: one does the work, the others wait. Migrations of a newer release are left alone. Text
// is utf8mb4_unicode_ci in every table, whatever the server's default is.
// Throws std::runtime_error if a migration differs from the one that was applied under its name, if a table stores
// text in another character set or collation, or if the schema is half restored.
void Migrate(const config::v1::Database& database, std::span<const Migration> migrations);

}  // namespace voronka::storage

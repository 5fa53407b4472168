#pragma once

#include <span>
#include <string_view>

#include "voronka/config/v1/process.pb.h"

namespace voronka::process {
class Log;
}

namespace voronka::storage {

// One step of a schema: a statement that is safe to run again, in a file `NNNN_verb_noun.sql`.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

// Creates the schema if it is missing and applies, in order, the migrations that have not been applied. Several
// processes may start at once: one does the work, the others wait. Migrations of a newer release are left alone. Text
// is utf8mb4_unicode_ci in every table, whatever the server's default is.
// Whoever writes meanwhile waits for less than a second, however large the table is: tables change their shape
// unlocked, and rows change in portions (`{portion of TABLE}` among the conditions of a statement). What cannot be done
// so is done at once if the table is small (small_table.h). A process that is killed goes on when it starts again.
// Throws std::runtime_error if a migration would lock a large table, if one differs from the one that was applied under
// its name, if a table stores text in another character set or collation, or if the schema is half restored.
// `log`: what is being done; null: nobody is told.
void Migrate(const config::v1::Database& database, std::span<const Migration> migrations, process::Log* log = nullptr);

}  // namespace voronka::storage

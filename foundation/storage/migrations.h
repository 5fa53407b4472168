#pragma once

#include <span>
#include <string_view>

#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// One step of a schema: a re-runnable statement in a file `NNNN_verb_noun.sql`.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

// Makes the schema where it is missing and applies, in order, what was not applied yet. Several processes may start at
// once: one does it, the others wait. What a newer release has applied is left alone. Text is utf8mb4_unicode_ci in
// every table, whatever the server's default is.
// Throws std::runtime_error where a migration is not what was applied under its name, or where a table keeps text
// otherwise.
void Migrate(const config::v1::Database& database, std::span<const Migration> migrations);

}  // namespace voronka::storage

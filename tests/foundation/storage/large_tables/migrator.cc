// A process that migrates a table of notes, to be killed:
//   large_table_migrator SOCKET SCHEMA
#include <cstdio>
#include <exception>

#include "foundation/process/log.h"
#include "foundation/storage/migrations.h"

namespace {

using voronka::storage::Migration;

// One of each kind.
constexpr Migration kMigrations[] = {
    {"0001_add_length", "ALTER TABLE notes ADD COLUMN IF NOT EXISTS length INT NOT NULL DEFAULT 0"},
    {"0002_index_by_state", "CREATE INDEX IF NOT EXISTS notes_by_state ON notes (account_id, state, id)"},
    {"0003_fill_length", "UPDATE notes SET length = CHAR_LENGTH(text) WHERE length = 0 AND {portion of notes}"},
    {"0004_rebuild", "ALTER TABLE notes FORCE"},
    {"0005_drop_index", "ALTER TABLE notes DROP INDEX IF EXISTS notes_by_state"},
    {"0006_drop_text", "ALTER TABLE notes DROP COLUMN IF EXISTS text"},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  voronka::config::v1::Database database;
  database.set_unix_socket(argv[1]);
  database.set_user("root");
  database.set_schema(argv[2]);
  try {
    voronka::process::Log log{voronka::config::v1::Log()};
    voronka::storage::Migrate(database, kMigrations, &log);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

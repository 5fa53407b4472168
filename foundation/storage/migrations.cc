#include "foundation/storage/migrations.h"

#include <fmt/format.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "foundation/process/log.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/migration_report.h"
#include "foundation/storage/migration_statement.h"
#include "foundation/storage/portions.h"
#include "foundation/storage/shape_change.h"
#include "foundation/storage/small_table.h"

namespace voronka::storage {
namespace {

constexpr int kLockSeconds = 60;
constexpr std::string_view kText = "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";

// Held until its connection closes. Taken before the schema exists: a process that sees a schema which another one is
// just creating might create tables with the server's defaults.
void LockSchema(Connection& server, const std::string& schema, process::Log* log) {
  // The connection stays idle for as long as the migrations take.
  server.ExecuteUnprepared("SET SESSION wait_timeout = 2147483");
  while (!server.Query("SELECT COALESCE(GET_LOCK(CONCAT('voronka_migrate_', MD5(?)), ?), 0)", schema, kLockSeconds)
              .at(0)
              .Bool(0)) {
    if (log != nullptr) log->Info("another process migrates the schema: waiting for it", {{"schema", schema}});
  }
}

void CreateSchemaIfMissing(Connection& server, const std::string& schema) {
  // Checked first: a user who may not create schemas can still use an existing one.
  if (!server.Query("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", schema).empty()) return;
  server.ExecuteUnprepared(fmt::format("CREATE DATABASE IF NOT EXISTS `{}` {}", schema, kText));
}

// `voronka-operator restore` keeps this table in every schema for as long as it is not done. Whoever started this
// program, and on whatever machine: half of a company's data must not be served.
void RefuseHalfRestored(Connection& db, const std::string& schema) {
  const auto found = db.Query(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'unfinished_restore'");
  if (found.empty()) return;
  throw std::runtime_error(
      fmt::format("the schema {} is half restored: run `voronka-operator restore` again, to its end", schema));
}

void CreateLedger(Connection& db) {
  db.ExecuteUnprepared(fmt::format(R"sql(CREATE TABLE IF NOT EXISTS schema_migrations (
        name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        applied_time BIGINT NOT NULL
      ) {})sql",
                                   kText));
}

bool IsApplied(Connection& db, const Migration& migration) {
  const auto applied =
      db.Query("SELECT checksum = SHA2(?, 256) FROM schema_migrations WHERE name = ?", migration.sql, migration.name);
  if (applied.empty()) return false;
  if (applied.front().Bool(0)) return true;
  throw std::runtime_error(
      fmt::format("migration {} was changed after it had been applied to this schema: put it back and add a new one",
                  migration.name));
}

// Whoever writes to a large table would wait for all of it.
void RequireSmall(Connection& db, const Migration& migration, const std::string& table, std::string_view instead) {
  if (IsSmall(db, table)) return;
  throw std::runtime_error(
      fmt::format("migration {} would lock the table {}, which has more than {} rows: {} "
                  "(\"A large table\" in CONTRIBUTING.md); nothing has been changed",
                  migration.name, table, kSmallTableRows, instead));
}

// Every table names its character set and collation: somebody else may have created the schema, with any default.
void ApplyTable(const config::v1::Database& database, Connection& db, const MigrationStatement& statement,
                MigrationReport& report) {
  if (statement.sql.starts_with("DROP")) return ChangeShape(database, db, statement.sql, report);
  db.ExecuteUnprepared(fmt::format("{}\n{}", statement.sql, kText));
}

void ApplyShape(const config::v1::Database& database, Connection& db, const Migration& migration,
                const MigrationStatement& statement, MigrationReport& report) {
  try {
    ChangeShape(database, db, WithClauses(statement, {"LOCK=NONE"}), report);
  } catch (const DatabaseError& error) {
    if (!IsRefusedUnlocked(error)) throw;
    RequireSmall(db, migration, statement.table, "it must change the table in steps that MariaDB does without a lock");
    ChangeShape(database, db, statement.sql, report);
  }
}

// It holds rows that it has changed, so it waits for no other: it lets go, and tries again.
void ApplyRows(Connection& db, const MigrationStatement& statement, MigrationReport& report) {
  constexpr std::chrono::milliseconds kBetweenTries{200};
  db.ExecuteUnprepared("SET SESSION innodb_lock_wait_timeout = 0");
  for (bool is_done = false; !is_done;) {
    try {
      db.ExecuteUnprepared(statement.sql);
      is_done = true;
    } catch (const Retryable& error) {
      report.Waits(error.what());
      std::this_thread::sleep_for(kBetweenTries);
    }
  }
  db.ExecuteUnprepared("SET SESSION innodb_lock_wait_timeout = DEFAULT");
}

void ApplyStatement(const config::v1::Database& database, Connection& db, const Migration& migration,
                    const MigrationStatement& statement, MigrationReport& report) {
  switch (statement.kind) {
    case MigrationStatement::Kind::kTable:
      return ApplyTable(database, db, statement, report);
    case MigrationStatement::Kind::kShape:
      return ApplyShape(database, db, migration, statement, report);
    case MigrationStatement::Kind::kRows:
      RequireSmall(db, migration, statement.table, "it must change the rows in portions");
      return ApplyRows(db, statement, report);
    case MigrationStatement::Kind::kPortions:
      return ChangeInPortions(db, statement, report);
  }
}

void Apply(const config::v1::Database& database, Connection& db, const Migration& migration, process::Log* log) {
  const MigrationStatement statement = ParseMigration(migration.name, migration.sql);
  const std::string& counted = statement.walked.empty() ? statement.table : statement.walked;
  MigrationReport report(log, migration.name, statement.table, RowsAbout(db, counted));
  ApplyStatement(database, db, migration, statement, report);
  db.Execute("INSERT INTO schema_migrations (name, checksum, applied_time) VALUES (?, SHA2(?, 256), ?)", migration.name,
             migration.sql, db.Now());
  report.IsApplied();
}

// Finds tables and columns that would reject text people write, or compare it by other rules.
void CheckText(Connection& db) {
  const auto wrong = db.Query(
      "SELECT CONCAT(table_name, ': ', table_collation) FROM information_schema.tables "
      "WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_collation <> 'utf8mb4_unicode_ci' "
      "UNION ALL "
      "SELECT CONCAT(table_name, '.', column_name, ': ', collation_name) FROM information_schema.columns "
      "WHERE table_schema = DATABASE() AND character_set_name NOT IN ('utf8mb4', 'ascii')");
  if (wrong.empty()) return;
  std::string listed;
  for (const auto& row : wrong) listed.append(listed.empty() ? "" : ", ").append(row.Text(0));
  throw std::runtime_error(
      fmt::format("the schema keeps text otherwise than as utf8mb4_unicode_ci ({}); "
                  "\"A schema in another character set\" in docs/operations.md says how to mend it",
                  listed));
}

}  // namespace

void Migrate(const config::v1::Database& database, std::span<const Migration> migrations, process::Log* log) {
  config::v1::Database without_schema = database;
  without_schema.clear_schema();
  Connection server(without_schema, StatementLimit::kNone);
  LockSchema(server, database.schema(), log);
  CreateSchemaIfMissing(server, database.schema());
  Connection db(database, StatementLimit::kNone);
  RefuseHalfRestored(db, database.schema());
  CreateLedger(db);
  for (const Migration& migration : migrations) {
    if (!IsApplied(db, migration)) Apply(database, db, migration, log);
  }
  CheckText(db);
}

}  // namespace voronka::storage

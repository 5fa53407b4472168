#include "foundation/storage/migrations.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "foundation/storage/connection.h"

namespace voronka::storage {
namespace {

constexpr int kLockSeconds = 600;
constexpr std::string_view kText = "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";

// Held until its connection closes. Taken before the schema exists: a process that sees a schema which another one is
// just creating might create tables with the server's defaults.
void LockSchema(Connection& server, const std::string& schema) {
  const auto answer =
      server.Query("SELECT COALESCE(GET_LOCK(CONCAT('voronka_migrate_', MD5(?)), ?), 0)", schema, kLockSeconds);
  if (!answer.at(0).Bool(0)) throw std::runtime_error("another process holds the lock of the schema's migrations");
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

std::string_view WithoutLeadingComments(std::string_view sql) {
  while (sql.starts_with("--") || sql.starts_with('\n') || sql.starts_with(' ')) {
    sql.remove_prefix(sql.starts_with("--") ? std::min(sql.find('\n'), sql.size()) : 1);
  }
  return sql;
}

// Every table names its character set and collation: somebody else may have created the schema, with any default.
void Execute(Connection& db, std::string_view sql) {
  const bool creates_table = WithoutLeadingComments(sql).starts_with("CREATE TABLE");
  db.ExecuteUnprepared(creates_table ? fmt::format("{}\n{}", sql, kText) : std::string(sql));
}

void CreateLedger(Connection& db) {
  Execute(db, R"sql(CREATE TABLE IF NOT EXISTS schema_migrations (
        name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        applied_time BIGINT NOT NULL
      ))sql");
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

void Apply(Connection& db, const Migration& migration) {
  Execute(db, migration.sql);
  db.Execute("INSERT INTO schema_migrations (name, checksum, applied_time) VALUES (?, SHA2(?, 256), ?)", migration.name,
             migration.sql, db.Now());
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

void Migrate(const config::v1::Database& database, std::span<const Migration> migrations) {
  config::v1::Database without_schema = database;
  without_schema.clear_schema();
  Connection server(without_schema, StatementLimit::kNone);
  LockSchema(server, database.schema());
  CreateSchemaIfMissing(server, database.schema());
  Connection db(database, StatementLimit::kNone);
  RefuseHalfRestored(db, database.schema());
  CreateLedger(db);
  for (const Migration& migration : migrations) {
    if (!IsApplied(db, migration)) Apply(db, migration);
  }
  CheckText(db);
}

}  // namespace voronka::storage

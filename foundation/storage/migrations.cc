#include "foundation/storage/migrations.h"

#include <fmt/format.h>

#include <stdexcept>

#include "foundation/storage/connection.h"

namespace voronka::storage {
namespace {

constexpr int kLockSeconds = 600;

void CreateSchemaIfMissing(config::v1::Database server) {
  const std::string schema = server.schema();
  server.clear_schema();
  Connection db(server, StatementLimit::kNone);
  // Looked up first: a user who may not create schemas can do with one that exists.
  if (!db.Query("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", schema).empty()) return;
  db.ExecuteUnprepared(
      fmt::format("CREATE DATABASE IF NOT EXISTS `{}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", schema));
}

// Held until its connection closes.
void LockSchema(Connection& db) {
  const auto answer =
      db.Query("SELECT COALESCE(GET_LOCK(CONCAT('voronka_migrate_', MD5(DATABASE())), ?), 0)", kLockSeconds);
  if (!answer.at(0).Bool(0)) throw std::runtime_error("another process holds the lock of the schema's migrations");
}

void CreateLedger(Connection& db) {
  db.ExecuteUnprepared(R"sql(
      CREATE TABLE IF NOT EXISTS schema_migrations (
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
  db.ExecuteUnprepared(migration.sql);
  db.Execute("INSERT INTO schema_migrations (name, checksum, applied_time) VALUES (?, SHA2(?, 256), ?)", migration.name,
             migration.sql, db.Now());
}

}  // namespace

void Migrate(const config::v1::Database& database, std::span<const Migration> migrations) {
  CreateSchemaIfMissing(database);
  Connection db(database, StatementLimit::kNone);
  LockSchema(db);
  CreateLedger(db);
  for (const Migration& migration : migrations) {
    if (!IsApplied(db, migration)) Apply(db, migration);
  }
}

}  // namespace voronka::storage

#include "foundation/storage/migration_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <string_view>

#include "foundation/storage/connection.h"
#include "foundation/storage/migration_statement.h"
#include "foundation/storage/shape_change.h"
#include "foundation/storage/small_table.h"

namespace voronka::storage {
namespace {

// Rows per second, as tests/foundation/storage/large_tables saw them with ten million rows on 2 cores that others were
// using: an idle machine is faster.
constexpr double kIndexRate = 60'000;
constexpr double kRebuildRate = 60'000;
constexpr double kPortionRate = 30'000;

constexpr int kPlanLockSeconds = 60;

// What was written while an index was built is added to it at the end, the last piece of innodb_sort_buffer_size with
// the table locked. This much is some thousand rows.
constexpr int64_t kMaxSortBuffer = 65'536;

config::v1::Database Named(config::v1::Database database, const std::string& schema) {
  schema.empty() ? database.clear_schema() : database.set_schema(schema);
  return database;
}

bool HasSchema(Connection& server, const std::string& schema) {
  return !server.Query("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", schema).empty();
}

// A schema with copies of the tables, without their rows.
class Workbench {
 public:
  Workbench(const config::v1::Database& database, Connection& server)
      : server_(server), source_(database.schema()), name_(database.schema() + "_plan"), db_(Named(database, name_)) {
    const auto lock =
        server_.Query("SELECT COALESCE(GET_LOCK(CONCAT('voronka_plan_', MD5(?)), ?), 0)", name_, kPlanLockSeconds);
    if (!lock.at(0).Bool(0)) throw std::runtime_error("another process plans the schema's migrations");
    // One that was killed may have left it.
    Drop();
    server_.ExecuteUnprepared(
        fmt::format("CREATE DATABASE `{}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", name_));
  }
  ~Workbench() {
    try {
      Drop();
    } catch (const std::exception&) {
      // The next plan does it.
    }
  }
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  MigrationWay Try(const MigrationStatement& statement) {
    switch (statement.kind) {
      case MigrationStatement::Kind::kTable:
        db_.ExecuteUnprepared(statement.sql);
        return MigrationWay::kNothing;
      case MigrationStatement::Kind::kShape:
        Copy(statement.table);
        return TryShape(statement);
      case MigrationStatement::Kind::kRows:
        return MigrationWay::kLock;
      case MigrationStatement::Kind::kPortions:
        return MigrationWay::kPortions;
    }
    throw std::logic_error("a migration of no kind");
  }

 private:
  void Drop() { server_.ExecuteUnprepared(fmt::format("DROP DATABASE IF EXISTS `{}`", name_)); }

  void Copy(const std::string& table) {
    const auto in_source = server_.Query(
        "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?", source_, table);
    if (in_source.empty()) return;
    db_.ExecuteUnprepared(fmt::format("CREATE TABLE IF NOT EXISTS `{0}` LIKE `{1}`.`{0}`", table, source_));
  }

  // From the best way to the worst: MariaDB refuses a better one than it knows.
  MigrationWay TryShape(const MigrationStatement& statement) {
    if (Accepts(WithClauses(statement, {"ALGORITHM=INSTANT"}))) return MigrationWay::kAtOnce;
    if (Accepts(WithClauses(statement, {"ALGORITHM=NOCOPY", "LOCK=NONE"}))) {
      return AddsIndex(statement) ? MigrationWay::kIndex : MigrationWay::kAtOnce;
    }
    if (Accepts(WithClauses(statement, {"LOCK=NONE"}))) return MigrationWay::kRebuild;
    db_.ExecuteUnprepared(statement.sql);
    return MigrationWay::kLock;
  }

  static bool AddsIndex(const MigrationStatement& statement) {
    return statement.sql.starts_with("CREATE") || statement.sql.find("ADD ") != std::string::npos;
  }

  bool Accepts(const std::string& sql) {
    try {
      db_.ExecuteUnprepared(sql);
      return true;
    } catch (const DatabaseError& error) {
      if (!IsRefusedUnlocked(error)) throw;
      return false;
    }
  }

  Connection& server_;
  const std::string source_;
  const std::string name_;
  Connection db_;
};

bool AddsWhatWasWritten(MigrationWay way) { return way == MigrationWay::kIndex || way == MigrationWay::kRebuild; }

int CountOf(std::string_view word, std::string_view sql) {
  int count = 0;
  for (size_t at = sql.find(word); at != std::string_view::npos; at = sql.find(word, at + 1)) ++count;
  return count;
}

double Seconds(MigrationWay way, int64_t rows, std::string_view sql) {
  const auto amount = static_cast<double>(rows);
  const int indexes = std::max(1, CountOf("ADD KEY", sql) + CountOf("ADD INDEX", sql) + CountOf("ADD UNIQUE", sql));
  switch (way) {
    case MigrationWay::kIndex:
      return amount * indexes / kIndexRate;
    case MigrationWay::kRebuild:
      return amount / kRebuildRate;
    case MigrationWay::kPortions:
      return amount / kPortionRate;
    default:
      return 0;
  }
}

std::set<std::string> Applied(Connection& db) {
  std::set<std::string> names;
  const auto ledger = db.Query(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_migrations'");
  if (ledger.empty()) return names;
  for (const Row& row : db.Query("SELECT name FROM schema_migrations")) names.insert(row.Text(0));
  return names;
}

std::string Grouped(int64_t number) {
  std::string digits = std::to_string(number);
  for (auto place = std::ssize(digits) - 3; place > 0; place -= 3) digits.insert(digits.begin() + place, ',');
  return digits;
}

std::string Amount(double amount, std::string_view unit) {
  const auto whole = static_cast<int64_t>(std::ceil(amount));
  return fmt::format("about {} {}{}", whole, unit, whole == 1 ? "" : "s");
}

std::string TimeText(double seconds) {
  if (seconds < 1) return "less than a second";
  if (seconds < 10) return Amount(seconds, "second");
  if (seconds < 90) return Amount(std::ceil(seconds / 10) * 10, "second");
  if (seconds < 90 * 60) return Amount(seconds / 60, "minute");
  return Amount(seconds / 3600, "hour");
}

std::string WayText(const PlannedMigration& planned) {
  switch (planned.way) {
    case MigrationWay::kNothing:
      return "made or dropped as a whole, nobody waits";
    case MigrationWay::kAtOnce:
      return "changes its description only, writes go on";
    case MigrationWay::kIndex:
      return "builds an index, writes go on";
    case MigrationWay::kRebuild:
      return "builds it anew, writes go on";
    case MigrationWay::kPortions:
      return "changes rows in portions, writes go on";
    case MigrationWay::kLock:
      return planned.is_refused ? fmt::format("REFUSED: it would stop writes, which is done with up to {} rows only",
                                              Grouped(kSmallTableRows))
                                : "writes wait for it, but the table is small";
  }
  return {};
}

std::string LineOf(const PlannedMigration& planned) {
  const std::string rows =
      planned.rows_about == 0 ? "empty" : fmt::format("about {} rows", Grouped(planned.rows_about));
  const std::string time = planned.is_refused ? "" : fmt::format("; {}", TimeText(planned.seconds_about));
  const std::string_view pause =
      planned.may_pause ? "; MAY PAUSE writes at its end: set innodb_sort_buffer_size = 64K and restart MariaDB" : "";
  return fmt::format("  {}: {}, {}: {}{}{}\n", planned.name, planned.table, rows, WayText(planned), time, pause);
}

}  // namespace

std::vector<PlannedMigration> PlanMigrations(const config::v1::Database& database,
                                             std::span<const Migration> migrations) {
  Connection server(Named(database, ""), StatementLimit::kNone);
  const bool exists = HasSchema(server, database.schema());
  Connection db(Named(database, exists ? database.schema() : ""));
  const std::set<std::string> applied = exists ? Applied(db) : std::set<std::string>();
  const bool has_large_pieces = server.Query("SELECT @@innodb_sort_buffer_size > ?", kMaxSortBuffer).at(0).Bool(0);
  Workbench workbench(database, server);
  std::vector<PlannedMigration> plan;
  for (const Migration& migration : migrations) {
    if (applied.contains(std::string(migration.name))) continue;
    const MigrationStatement statement = ParseMigration(migration.name, migration.sql);
    PlannedMigration planned{std::string(migration.name),
                             statement.walked.empty() ? statement.table : statement.walked};
    planned.rows_about = exists ? RowsAbout(db, planned.table) : 0;
    planned.way = workbench.Try(statement);
    planned.is_refused = exists && planned.way == MigrationWay::kLock && !IsSmall(db, planned.table);
    planned.may_pause = exists && has_large_pieces && AddsWhatWasWritten(planned.way) && !IsSmall(db, planned.table);
    planned.seconds_about = Seconds(planned.way, planned.rows_about, statement.sql);
    plan.push_back(std::move(planned));
  }
  return plan;
}

std::string PlanText(const std::string& schema, std::span<const PlannedMigration> plan) {
  if (plan.empty()) return fmt::format("{}: nothing to migrate\n", schema);
  double seconds = 0;
  std::string lines;
  for (const PlannedMigration& planned : plan) {
    seconds += planned.seconds_about;
    lines += LineOf(planned);
  }
  return fmt::format("{}: {} to apply, {} as measured on a busy machine with 2 cores\n{}", schema,
                     plan.size() == 1 ? "1 migration" : fmt::format("{} migrations", plan.size()), TimeText(seconds),
                     lines);
}

}  // namespace voronka::storage

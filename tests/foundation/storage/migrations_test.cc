#include "foundation/storage/migrations.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/migration_plan.h"
#include "foundation/storage/schema/migrations.h"
#include "tests/support/database.h"
#include "tests/support/steady_writer.h"

namespace voronka::storage {
namespace {

constexpr Migration kFirst{"0001_create_notes", "CREATE TABLE IF NOT EXISTS notes (id BIGINT PRIMARY KEY)"};
constexpr Migration kSecond{"0002_add_text_to_notes", "ALTER TABLE notes ADD COLUMN IF NOT EXISTS text TEXT"};
// Deliberately not idempotent: a second run fails.
constexpr Migration kOnce{"0003_insert_note", "INSERT INTO notes (id) VALUES (1)"};

class SchemaMigrations : public ::testing::Test {
 protected:
  void Apply(const std::vector<Migration>& migrations) { Migrate(database_, migrations); }

  // On a server that does not have the schema yet.
  config::v1::Database MissingSchema() {
    Connection(database_).ExecuteUnprepared("DROP DATABASE " + database_.schema());
    return database_;
  }

  // What Apply throws; empty if nothing.
  std::string Refusal(const std::vector<Migration>& migrations) {
    try {
      Apply(migrations);
      return {};
    } catch (const std::exception& error) {
      return error.what();
    }
  }

  // A table `visits` with rows (person, day, state), whose days are numbered from 1.
  void MakeVisits(int rows) {
    Connection db(database_);
    db.ExecuteUnprepared(
        "CREATE TABLE visits (person VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, day INT NOT NULL, "
        "state INT NOT NULL, PRIMARY KEY (person, day))");
    db.ExecuteUnprepared(
        fmt::format("INSERT INTO visits SELECT CONCAT('p', seq DIV 100), seq, 0 FROM seq_1_to_{}", rows));
  }

  std::string Answer(const std::string& sql) { return Connection(database_).Query(sql).at(0).Text(0); }

  // Applies the migration while somebody else writes to the first visit. `blocker` has a transaction that it waits for.
  // Returns for how long the writer waited at worst.
  double LongestWaitWhileBlocked(const Migration& migration, Connection& blocker) {
    voronka::testing::SteadyWriter writer(database_, [](Connection& db) {
      db.Execute("UPDATE visits SET state = state + 1000 WHERE person = 'p0' AND day = 1");
    });
    auto migrating = std::async(std::launch::async, [&] { Apply({migration}); });
    EXPECT_EQ(migrating.wait_for(std::chrono::milliseconds(3'500)), std::future_status::timeout);
    blocker.Commit();
    migrating.get();
    const double longest = writer.LongestWait();
    EXPECT_GT(writer.writes(), 50);
    return longest;
  }

  const config::v1::Database database_ = voronka::testing::FreshSchema();
};

constexpr int kSmall = 10'000;
constexpr Migration kAddColumn{"0010_add_note_to_visits", "ALTER TABLE visits ADD COLUMN IF NOT EXISTS note TEXT"};
constexpr Migration kIndex{"0011_index_visits", "CREATE INDEX IF NOT EXISTS visits_by_day ON visits (day);\n"};
// Needs a copy of the table.
constexpr Migration kWiden{"0012_widen_day", "ALTER TABLE visits MODIFY COLUMN day BIGINT NOT NULL -- Wider.\n"};
// Deliberately not to be run twice on a row, these two.
constexpr Migration kAtOnce{"0013_raise_all", "UPDATE visits SET state = state + 1"};
constexpr Migration kPortions{"0014_raise_state", "UPDATE visits SET state = state + 1 WHERE {portion of visits}"};

TEST_F(SchemaMigrations, AreAppliedOnceAndInOrder) {
  Apply({kFirst, kSecond, kOnce});
  Apply({kFirst, kSecond, kOnce});
  EXPECT_EQ(Connection(database_).Query("SELECT id, text FROM notes").size(), 1U);
}

TEST_F(SchemaMigrations, ContinueWhereTheLastReleaseStopped) {
  Apply({kFirst});
  Apply({kFirst, kSecond});
  EXPECT_EQ(Connection(database_).Query("SELECT name FROM schema_migrations").size(), 2U);
}

TEST_F(SchemaMigrations, AcceptTheMigrationsOfANewerRelease) {
  Apply({kFirst, kSecond});
  EXPECT_NO_THROW(Apply({kFirst}));
}

TEST_F(SchemaMigrations, RefuseAHalfRestoredSchemaAndChangeNothing) {
  Connection(database_).ExecuteUnprepared("CREATE TABLE unfinished_restore (id INT PRIMARY KEY)");
  try {
    Apply({kFirst});
    FAIL() << "a half restored schema was accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("half restored: run `voronka-operator restore` again"));
  }
  EXPECT_EQ(Connection(database_).Query("SHOW TABLES").size(), 1U);
  Connection(database_).ExecuteUnprepared("DROP TABLE unfinished_restore");
  EXPECT_NO_THROW(Apply({kFirst}));
}

TEST_F(SchemaMigrations, RefuseAChangedFile) {
  Apply({kFirst});
  try {
    Apply({{kFirst.name, "CREATE TABLE IF NOT EXISTS notes (id INT PRIMARY KEY)"}});
    FAIL() << "a changed migration was accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("0001_create_notes was changed"));
  }
}

TEST_F(SchemaMigrations, CreateAMissingSchema) {
  Migrate(MissingSchema(), std::vector{kFirst});
  Connection db(database_);
  EXPECT_TRUE(db.Query("SELECT id FROM notes").empty());
  EXPECT_EQ(db.Query("SELECT @@collation_database").at(0).Text(0), "utf8mb4_unicode_ci");
}

// As another replica sees the schema when its neighbour has just created it on a server with this default.
TEST_F(SchemaMigrations, SetTheCharacterSetWhateverTheDefault) {
  MissingSchema();
  config::v1::Database server = database_;
  server.clear_schema();
  Connection(server).ExecuteUnprepared("CREATE DATABASE " + database_.schema() + " CHARACTER SET latin1");
  constexpr Migration kNames{"0001_create_names", "-- Of people.\nCREATE TABLE IF NOT EXISTS names (name VARCHAR(9))"};
  Apply({kNames});
  Connection db(database_);
  db.Execute("INSERT INTO names (name) VALUES (?)", "Анна 🙂");
  EXPECT_EQ(db.Query("SELECT name FROM names WHERE name = ?", "анна 🙂").at(0).Text(0), "Анна 🙂");
}

TEST_F(SchemaMigrations, RefuseTablesWithAnotherCharacterSet) {
  Connection(database_).ExecuteUnprepared("CREATE TABLE names (name VARCHAR(9)) CHARACTER SET latin1");
  try {
    Apply({kFirst});
    FAIL() << "a table in latin1 was accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("names.name: latin1_swedish_ci"));
  }
}

TEST_F(SchemaMigrations, RunOnceIfSeveralProcessesStart) {
  MissingSchema();
  std::atomic<int> failures = 0;
  {
    std::vector<std::jthread> replicas;
    for (int i = 0; i < 6; ++i) {
      replicas.emplace_back([&] {
        try {
          Apply({kFirst, kSecond, kOnce});
        } catch (const std::exception&) {
          ++failures;
        }
      });
    }
  }
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(Connection(database_).Query("SELECT id FROM notes").size(), 1U);
}

TEST_F(SchemaMigrations, ChangeTheShapeOfALargeTableUnlocked) {
  MakeVisits(kSmall + 1);
  Apply({kAddColumn, kIndex});
  EXPECT_EQ(Answer("SELECT GROUP_CONCAT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = "
                   "DATABASE() AND table_name = 'visits'"),
            "PRIMARY,visits_by_day");
  EXPECT_NO_THROW(Connection(database_).Query("SELECT note FROM visits LIMIT 1"));
}

TEST_F(SchemaMigrations, DoWithoutWhatIsThereAlready) {
  MakeVisits(10);
  Connection(database_).ExecuteUnprepared("ALTER TABLE visits ADD COLUMN note TEXT, ADD INDEX visits_by_day (day)");
  EXPECT_EQ(Refusal({kAddColumn, kIndex}), "");
}

TEST_F(SchemaMigrations, LockSmallTablesOnly) {
  MakeVisits(kSmall);
  EXPECT_EQ(Refusal({kWiden, kAtOnce}), "");
}

TEST_F(SchemaMigrations, RefuseToLockALargeTableForItsShape) {
  MakeVisits(kSmall + 1);
  EXPECT_THAT(Refusal({kWiden}), ::testing::HasSubstr("0012_widen_day would lock the table visits, which has more than "
                                                      "10000 rows"));
  EXPECT_EQ(Answer("SELECT data_type FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = "
                   "'visits' AND column_name = 'day'"),
            "int");
}

TEST_F(SchemaMigrations, RefuseToChangeAllRowsOfALargeTableAtOnce) {
  MakeVisits(kSmall + 1);
  EXPECT_THAT(Refusal({kAtOnce}), ::testing::HasSubstr("it must change the rows in portions"));
  EXPECT_TRUE(Connection(database_).Query("SELECT 1 FROM visits WHERE state = 1").empty());
}

TEST_F(SchemaMigrations, RefuseStatementsOfUnknownEffect) {
  EXPECT_THAT(Refusal({{"0010_rename", "RENAME TABLE visits TO calls"}}),
              ::testing::HasSubstr("migration 0010_rename: who waits"));
  EXPECT_THAT(Refusal({{"0011_drop", "DROP INDEX visits_by_day ON visits"}}),
              ::testing::HasSubstr("write ALTER TABLE … DROP INDEX"));
}

TEST_F(SchemaMigrations, ChangeEveryRowOnceInPortions) {
  MakeVisits(25'000);
  Apply({kPortions});
  EXPECT_EQ(Answer("SELECT CONCAT(COUNT(*), ' ', MIN(state), ' ', MAX(state)) FROM visits"), "25000 1 1");
}

TEST_F(SchemaMigrations, ChangeAnEmptyTableInPortions) {
  MakeVisits(1);
  Connection(database_).ExecuteUnprepared("DELETE FROM visits");
  EXPECT_EQ(Refusal({kPortions}), "");
}

TEST_F(SchemaMigrations, DeleteAndCopyInPortions) {
  MakeVisits(25'000);
  constexpr Migration kDelete{"0020_delete", "DELETE FROM visits WHERE {portion of visits} AND MOD(day, 2) = 0"};
  constexpr Migration kCreate{"0021_create_days", "CREATE TABLE IF NOT EXISTS days (day INT PRIMARY KEY)"};
  constexpr Migration kCopy{"0022_fill_days",
                            "INSERT IGNORE INTO days (day) SELECT day FROM visits WHERE {portion of visits}"};
  Apply({kDelete, kCreate, kCopy});
  EXPECT_EQ(Answer("SELECT CONCAT(COUNT(*), ' ', SUM(MOD(day, 2))) FROM days"), "12500 12500");
}

// A long transaction, such as a backup's, has read the table. The change waits for its end, but nobody waits for the
// change.
TEST_F(SchemaMigrations, LetWritersPassWhileTheyWaitForTheTable) {
  MakeVisits(kSmall + 1);
  Connection reader(database_);
  reader.Begin();
  reader.Query("SELECT 1 FROM visits LIMIT 1");
  EXPECT_LT(LongestWaitWhileBlocked(kAddColumn, reader), 0.8);
}

// Somebody holds the table's last row for long. A change that waits for it must not keep its other rows.
TEST_F(SchemaMigrations, LetWritersPassWhileTheyWaitForARow) {
  MakeVisits(500);
  for (const Migration& migration : {kPortions, kAtOnce}) {
    Connection owner(database_);
    owner.Begin();
    owner.Query("SELECT 1 FROM visits WHERE person = 'p5' FOR UPDATE");
    EXPECT_LT(LongestWaitWhileBlocked(migration, owner), 0.8) << migration.name;
  }
  EXPECT_EQ(Answer("SELECT CONCAT(COUNT(*), ' ', MIN(MOD(state, 1000)), ' ', MAX(MOD(state, 1000))) FROM visits"),
            "500 2 2");
}

TEST_F(SchemaMigrations, TellTheLogWhatTheyDo) {
  MakeVisits(100);
  config::v1::Log configuration;
  configuration.set_file((std::filesystem::temp_directory_path() / (database_.schema() + ".log")).string());
  process::Log log(configuration);
  Migrate(database_, std::vector{kFirst, kPortions}, &log);
  std::ifstream file(configuration.file());
  EXPECT_THAT(std::string(std::istreambuf_iterator<char>(file), {}),
              ::testing::AllOf(::testing::HasSubstr("\"migration begins\" migration=0014_raise_state table=visits "
                                                    "rows_about=100"),
                               ::testing::HasSubstr("\"migration is applied\" migration=0014_raise_state seconds="),
                               // Nobody waits for a new table.
                               ::testing::Not(::testing::HasSubstr("0001_create_notes"))));
  std::filesystem::remove(configuration.file());
}

TEST_F(SchemaMigrations, AreToldBeforehandWithoutAnyChange) {
  MakeVisits(kSmall + 1);
  const auto plan = PlanMigrations(database_, std::vector{kFirst, kAddColumn, kIndex, kWiden, kAtOnce, kPortions});
  std::vector<MigrationWay> ways;
  for (const PlannedMigration& planned : plan) ways.push_back(planned.way);
  EXPECT_THAT(ways, ::testing::ElementsAre(MigrationWay::kNothing, MigrationWay::kAtOnce, MigrationWay::kIndex,
                                           MigrationWay::kLock, MigrationWay::kLock, MigrationWay::kPortions));
  EXPECT_TRUE(plan.at(3).is_refused && plan.at(4).is_refused);
  EXPECT_FALSE(plan.at(0).is_refused || plan.at(2).is_refused || plan.at(5).is_refused);
  EXPECT_EQ(Connection(database_).Query("SHOW TABLES").size(), 1U);
  EXPECT_EQ(Connection(database_).Query("SHOW COLUMNS FROM visits").size(), 3U);
  EXPECT_TRUE(Connection(database_).Query("SHOW DATABASES LIKE '" + database_.schema() + "\\_plan'").empty());
}

TEST_F(SchemaMigrations, AreNotToldAgainOnceTheyAreApplied) {
  Apply({kFirst});
  const auto plan = PlanMigrations(database_, std::vector{kFirst, kSecond});
  ASSERT_EQ(plan.size(), 1U);
  EXPECT_EQ(plan.front().name, kSecond.name);
  Apply({kFirst, kSecond});
  EXPECT_EQ(PlanText("crm", PlanMigrations(database_, std::vector{kFirst, kSecond})), "crm: nothing to migrate\n");
}

TEST_F(SchemaMigrations, AreToldForASchemaThatIsMissing) {
  config::v1::Database server = MissingSchema();
  EXPECT_EQ(PlanMigrations(database_, std::vector{kFirst, kSecond}).at(1).way, MigrationWay::kAtOnce);
  server.clear_schema();
  EXPECT_TRUE(Connection(server).Query("SHOW DATABASES LIKE '" + database_.schema() + "%'").empty());
}

// The test's server has the default.
TEST_F(SchemaMigrations, AreToldToPauseIfTheServerKeepsLargePieces) {
  MakeVisits(kSmall + 1);
  const auto plan = PlanMigrations(database_, std::vector{kAddColumn, kIndex});
  EXPECT_FALSE(plan.at(0).may_pause);
  EXPECT_TRUE(plan.at(1).may_pause);
  EXPECT_THAT(PlanText("crm", plan), ::testing::HasSubstr("set innodb_sort_buffer_size = 64K and restart MariaDB"));
  Connection(database_).ExecuteUnprepared("DELETE FROM visits WHERE day = 1");
  EXPECT_FALSE(PlanMigrations(database_, std::vector{kIndex}).at(0).may_pause);
}

TEST(MigrationPlans, SayHowLongInWords) {
  const std::vector<PlannedMigration> plan = {
      {.name = "0001_a", .table = "notes", .way = MigrationWay::kNothing},
      {.name = "0002_b", .table = "deals", .rows_about = 10'000'000, .way = MigrationWay::kIndex, .seconds_about = 210},
      {.name = "0003_c", .table = "tasks", .rows_about = 12'345, .way = MigrationWay::kLock, .is_refused = true}};
  EXPECT_EQ(PlanText("crm", plan),
            "crm: 3 migrations to apply, about 4 minutes as measured on a busy machine with 2 cores\n"
            "  0001_a: notes, empty: made or dropped as a whole, nobody waits; less than a second\n"
            "  0002_b: deals, about 10,000,000 rows: builds an index, writes go on; about 4 minutes\n"
            "  0003_c: tasks, about 12,345 rows: REFUSED: it would stop writes, which is done with up to 10,000 rows "
            "only\n");
}

TEST_F(SchemaMigrations, AreEmbedded) {
  ASSERT_FALSE(Migrations().empty());
  EXPECT_EQ(Migrations().front().name, "0001_create_id_sequences");
}

}  // namespace
}  // namespace voronka::storage

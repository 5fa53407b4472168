#include "foundation/storage/migrations.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "foundation/storage/connection.h"
#include "foundation/storage/schema/migrations.h"
#include "tests/support/database.h"

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

  const config::v1::Database database_ = voronka::testing::FreshSchema();
};

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

TEST_F(SchemaMigrations, AreEmbedded) {
  ASSERT_FALSE(Migrations().empty());
  EXPECT_EQ(Migrations().front().name, "0001_create_id_sequences");
}

}  // namespace
}  // namespace voronka::storage

#include "foundation/storage/connection.h"

#include <gmock/gmock.h>

#include "foundation/storage/errors.h"
#include "foundation/storage/transaction.h"
#include "tests/foundation/storage/sample_table.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

using ::testing::HasSubstr;

class Connections : public ::testing::Test {
 protected:
  Connections() : db_(database_) { CreateCounters(db_); }

  const config::v1::Database database_ = voronka::testing::FreshSchema();
  Connection db_;
};

TEST_F(Connections, HaveTheRequiredSettings) {
  const auto settings = db_.Query(
      "SELECT @@tx_isolation, @@time_zone, @@collation_connection, @@innodb_lock_wait_timeout, "
      "@@idle_write_transaction_timeout, CAST(@@max_statement_time AS SIGNED), @@autocommit");
  const Row& row = settings.at(0);
  EXPECT_EQ(row.Text(0), "READ-COMMITTED");
  EXPECT_EQ(row.Text(1), "+00:00");
  EXPECT_EQ(row.Text(2), "utf8mb4_unicode_ci");
  EXPECT_EQ(row.Int(3), 3);
  EXPECT_EQ(row.Int(4), 5);
  EXPECT_EQ(row.Int(5), 30);
  EXPECT_EQ(row.Int(6), 1);
}

TEST_F(Connections, ReturnTheDatabasesTime) {
  db_.ExecuteUnprepared("SET timestamp = 1700000000.123456");
  EXPECT_EQ(db_.Now(), 1'700'000'000'123'456);
}

TEST_F(Connections, CountOnlyChangedRows) {
  db_.Execute("INSERT INTO counters VALUES (1, 1), (2, 2)");
  EXPECT_EQ(db_.Execute("UPDATE counters SET total = 1 WHERE id IN (1, 2)"), 1);
}

TEST_F(Connections, NameTheKeyOfADuplicate) {
  db_.ExecuteUnprepared("CREATE TABLE keyed (id BIGINT PRIMARY KEY, name VARCHAR(99), UNIQUE KEY by_name (name))");
  db_.Execute("INSERT INTO keyed VALUES (1, ?)", "for key 'x");
  try {
    db_.Execute("INSERT INTO keyed VALUES (2, ?)", "for key 'x");
    FAIL() << "a duplicate was accepted";
  } catch (const DuplicateKey& error) {
    EXPECT_EQ(error.code(), 1062);
    EXPECT_EQ(error.key(), "by_name");
  }
}

TEST_F(Connections, NameAFailedStatement) {
  try {
    db_.Query("SELECT nothing FROM nowhere");
    FAIL() << "an unknown table was read";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.code(), 1146);
    EXPECT_THAT(error.what(), HasSubstr("in: SELECT nothing FROM nowhere"));
  }
}

TEST_F(Connections, WaitThreeSecondsForALock) {
  db_.Execute("INSERT INTO counters VALUES (1, 0)");
  Connection holder(database_);
  RunTransaction(holder, [&](Transaction& transaction) {
    transaction.db.Execute("UPDATE counters SET total = 1 WHERE id = 1");
    try {
      db_.Execute("UPDATE counters SET total = 2 WHERE id = 1");
      ADD_FAILURE() << "the lock was not held";
    } catch (const Retryable& error) {
      EXPECT_EQ(error.code(), 1205);
    }
  });
}

TEST_F(Connections, InterruptALongStatement) {
  db_.ExecuteUnprepared("SET SESSION max_statement_time = 0.05");
  try {
    db_.Query(
        "SELECT COUNT(*) FROM information_schema.collations a, information_schema.collations b, "
        "information_schema.collations c");
    FAIL() << "the statement was not interrupted";
  } catch (const Unavailable& error) {
    EXPECT_EQ(error.code(), 1969);
  }
  EXPECT_EQ(db_.Query("SELECT 1").at(0).Int(0), 1);
}

TEST_F(Connections, EndATransactionThatIdlesWithLocks) {
  db_.Execute("INSERT INTO counters VALUES (1, 0)");
  db_.ExecuteUnprepared("SET SESSION idle_write_transaction_timeout = 1");
  db_.Begin();
  db_.Execute("UPDATE counters SET total = 1 WHERE id = 1");
  // Waits for the lock until the server ends its holder.
  EXPECT_EQ(Connection(database_).Execute("UPDATE counters SET total = 2 WHERE id = 1"), 1);
  EXPECT_THROW(db_.Execute("UPDATE counters SET total = 3 WHERE id = 1"), ConnectionLost);
  db_.Rollback();
  EXPECT_EQ(db_.Query("SELECT total FROM counters").at(0).Int(0), 2);
}

TEST_F(Connections, RetryAReadIfTheServerClosedAnIdleConnection) {
  const int64_t id = db_.Query("SELECT CONNECTION_ID()").at(0).Int(0);
  Connection(database_).ExecuteUnprepared("KILL " + std::to_string(id));
  EXPECT_NE(db_.Query("SELECT CONNECTION_ID()").at(0).Int(0), id);
}

TEST_F(Connections, DoNotRetryAWriteIfTheConnectionWasLost) {
  const int64_t id = db_.Query("SELECT CONNECTION_ID()").at(0).Int(0);
  Connection(database_).ExecuteUnprepared("KILL " + std::to_string(id));
  EXPECT_THROW(db_.Execute("INSERT INTO counters VALUES (1, 0)"), ConnectionLost);
  EXPECT_EQ(db_.Execute("INSERT INTO counters VALUES (1, 0)"), 1);
}

TEST_F(Connections, SurviveAChangeOfATableUnderAPreparedStatement) {
  db_.Execute("INSERT INTO counters VALUES (1, 5)");
  EXPECT_EQ(db_.Query("SELECT id, total FROM counters").at(0).Int(1), 5);
  Connection(database_).ExecuteUnprepared("ALTER TABLE counters ADD COLUMN note TEXT FIRST");
  EXPECT_EQ(db_.Query("SELECT id, total FROM counters").at(0).Int(1), 5);
}

TEST_F(Connections, RefuseTheWrongNumberOfParameters) {
  EXPECT_THROW(db_.Query("SELECT ?"), DatabaseError);
  EXPECT_THROW(db_.Query("SELECT 1", 1), DatabaseError);
  EXPECT_EQ(db_.Query("SELECT ?", 1).at(0).Int(0), 1);
}

TEST(ConnectionAddresses, NeedACertificateAuthorityForARemoteHost) {
  config::v1::Database database;
  database.set_host("db.example.com");
  EXPECT_THROW(Connection(database).Query("SELECT 1"), std::invalid_argument);
}

TEST(ConnectionAddresses, NameAnUnreadablePasswordFile) {
  config::v1::Database database;
  database.set_host("127.0.0.1");
  database.set_password_file("/nowhere/password");
  EXPECT_THROW(Connection(database).Query("SELECT 1"), std::invalid_argument);
}

TEST(ConnectionAddresses, AreUnavailableIfNobodyListens) {
  config::v1::Database database;
  database.set_unix_socket("/nowhere/socket");
  EXPECT_THROW(Connection(database).Query("SELECT 1"), Unavailable);
}

}  // namespace
}  // namespace voronka::storage

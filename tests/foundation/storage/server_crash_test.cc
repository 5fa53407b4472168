#include <gtest/gtest.h>

#include <memory>

#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/transaction.h"
#include "tests/foundation/storage/sample_table.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

// Its server is not the one that the other tests share.
class ServerCrashes : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server_ = std::make_unique<voronka::testing::PrivateMariaDb>(); }
  static void TearDownTestSuite() { server_.reset(); }

  ServerCrashes() : database_(server_->FreshSchema()), db_(database_) {
    CreateCounters(db_);
    db_.Execute("INSERT INTO counters VALUES (1, 0)");
  }

  static void Increment(Connection& db) { db.Execute("UPDATE counters SET total = total + 1 WHERE id = 1"); }
  int64_t Total() { return db_.Query("SELECT total FROM counters").at(0).Int(0); }

  void TearDown() override { server_->Start(); }

  inline static std::unique_ptr<voronka::testing::PrivateMariaDb> server_;
  const config::v1::Database database_;
  Connection db_;
};

TEST_F(ServerCrashes, LoseNoCommittedData) {
  Increment(db_);
  server_->Kill9();
  server_->Start();
  EXPECT_EQ(Total(), 1);
}

TEST_F(ServerCrashes, MakeTheDatabaseUnavailable) {
  server_->Kill9();
  EXPECT_THROW(Total(), Unavailable);
  EXPECT_THROW(RunTransaction(db_, [](Transaction& transaction) { Increment(transaction.db); }), Unavailable);
}

TEST_F(ServerCrashes, RerunATransactionOnTheRestartedServer) {
  int attempts = 0;
  RunTransaction(db_, [&](Transaction& transaction) {
    Increment(transaction.db);
    if (++attempts > 1) return;
    server_->Kill9();
    server_->Start();
    Increment(transaction.db);
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(Total(), 1);
}

TEST_F(ServerCrashes, LeaveTheOutcomeUnknownDuringCommit) {
  const auto body = [&](Transaction& transaction) {
    Increment(transaction.db);
    transaction.BeforeCommit([&] { server_->Kill9(); });
  };
  EXPECT_THROW(RunTransaction(db_, body), UnknownOutcome);
  server_->Start();
  EXPECT_EQ(Total(), 0);
}

}  // namespace
}  // namespace voronka::storage

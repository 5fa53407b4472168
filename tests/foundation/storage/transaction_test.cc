#include "foundation/storage/transaction.h"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

#include "foundation/storage/errors.h"
#include "tests/foundation/storage/sample_table.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

using ::testing::ElementsAre;

class Transactions : public ::testing::Test {
 protected:
  Transactions() : db_(database_) {
    CreateCounters(db_);
    db_.Execute("INSERT INTO counters VALUES (1, 0), (2, 0)");
  }

  int64_t Total(int64_t id) {
    return Connection(database_).Query("SELECT total FROM counters WHERE id = ?", id)[0].Int(0);
  }

  static void Increment(Connection& db, int64_t id) {
    db.Execute("UPDATE counters SET total = total + 1 WHERE id = ?", id);
  }

  // Closes the connection on the server's side, like a lost network.
  void Sever(Connection& victim) {
    const int64_t id = victim.Query("SELECT CONNECTION_ID()").at(0).Int(0);
    Connection(database_).ExecuteUnprepared("KILL " + std::to_string(id));
  }

  const config::v1::Database database_ = voronka::testing::FreshSchema();
  Connection db_;
};

TEST_F(Transactions, CommitWhatTheBodyDid) {
  RunTransaction(db_, [](Transaction& transaction) { Increment(transaction.db, 1); });
  EXPECT_EQ(Total(1), 1);
}

TEST_F(Transactions, RollBackOnAnException) {
  const auto body = [](Transaction& transaction) {
    Increment(transaction.db, 1);
    throw std::invalid_argument("refused");
  };
  EXPECT_THROW(RunTransaction(db_, body), std::invalid_argument);
  EXPECT_EQ(Total(1), 0);
}

TEST_F(Transactions, ContinueAfterADuplicateKey) {
  RunTransaction(db_, [](Transaction& transaction) {
    EXPECT_THROW(transaction.db.Execute("INSERT INTO counters VALUES (1, 5)"), DuplicateKey);
    Increment(transaction.db, 2);
  });
  EXPECT_EQ(Total(2), 1);
}

TEST_F(Transactions, RunHooksAroundTheCommitInOrder) {
  std::vector<std::string> order;
  RunTransaction(db_, [&](Transaction& transaction) {
    transaction.AfterCommit([&] { order.push_back("after, total " + std::to_string(Total(1))); });
    transaction.BeforeCommit([&] { order.emplace_back("before 1"); });
    transaction.BeforeCommit([&] { order.push_back("before 2, total " + std::to_string(Total(1))); });
    Increment(transaction.db, 1);
  });
  EXPECT_THAT(order, ElementsAre("before 1", "before 2, total 0", "after, total 1"));
}

TEST_F(Transactions, RollBackIfAHookBeforeTheCommitFails) {
  bool announced = false;
  const auto body = [&](Transaction& transaction) {
    Increment(transaction.db, 1);
    transaction.BeforeCommit([] { throw std::runtime_error("no offset"); });
    transaction.AfterCommit([&] { announced = true; });
  };
  EXPECT_THROW(RunTransaction(db_, body), std::runtime_error);
  EXPECT_EQ(Total(1), 0);
  EXPECT_FALSE(announced);
}

TEST_F(Transactions, AreRerunAfterADeadlock) {
  std::latch both_hold_one(2);
  std::atomic<int> attempts = 0;
  const auto increment_both = [&](Connection& db, int64_t first, int64_t second) {
    bool met = false;
    RunTransaction(db, [&](Transaction& transaction) {
      ++attempts;
      Increment(transaction.db, first);
      if (!std::exchange(met, true)) both_hold_one.arrive_and_wait();
      Increment(transaction.db, second);
    });
  };
  std::jthread other([&] {
    Connection db(database_);
    increment_both(db, 2, 1);
  });
  increment_both(db_, 1, 2);
  other.join();
  EXPECT_EQ(attempts, 3);
  EXPECT_EQ(Total(1), 2);
  EXPECT_EQ(Total(2), 2);
}

TEST_F(Transactions, AreRerunAfterADeadlockThatTheBodySwallowed) {
  std::latch both_hold_one(2);
  const auto increment_both = [&](Connection& db, int64_t first, int64_t second) {
    bool met = false;
    RunTransaction(db, [&](Transaction& transaction) {
      Increment(transaction.db, first);
      if (!std::exchange(met, true)) both_hold_one.arrive_and_wait();
      try {
        Increment(transaction.db, second);
      } catch (const DatabaseError&) {
      }
    });
  };
  std::jthread other([&] {
    Connection db(database_);
    increment_both(db, 2, 1);
  });
  increment_both(db_, 1, 2);
  other.join();
  EXPECT_EQ(Total(1) + Total(2), 4);
}

TEST_F(Transactions, GiveUpAfterFiveReruns) {
  int attempts = 0;
  const auto body = [&](Transaction&) {
    ++attempts;
    throw Retryable(1213, "deadlock");
  };
  EXPECT_THROW(RunTransaction(db_, body), Retryable);
  EXPECT_EQ(attempts, 6);
}

TEST_F(Transactions, AreRerunOnceIfTheConnectionWasLost) {
  int attempts = 0;
  RunTransaction(db_, [&](Transaction& transaction) {
    Increment(transaction.db, 1);
    if (++attempts == 1) Sever(transaction.db);
    Increment(transaction.db, 2);
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(Total(1), 1);
  EXPECT_EQ(Total(2), 1);
}

TEST_F(Transactions, GiveUpIfTheConnectionIsLostTwice) {
  const auto body = [&](Transaction& transaction) {
    Sever(transaction.db);
    Increment(transaction.db, 1);
  };
  EXPECT_THROW(RunTransaction(db_, body), ConnectionLost);
}

TEST_F(Transactions, DoNotContinueWithoutATransactionIfTheConnectionWasLost) {
  int attempts = 0;
  RunTransaction(db_, [&](Transaction& transaction) {
    if (++attempts == 1) Sever(transaction.db);
    try {
      Increment(transaction.db, 1);
    } catch (const ConnectionLost&) {
      Increment(transaction.db, 2);
    }
  });
  EXPECT_EQ(Total(1), 1);
  EXPECT_EQ(Total(2), 0);
}

TEST_F(Transactions, ReportAnUnknownOutcomeIfTheConnectionIsLostDuringCommit) {
  bool announced = false;
  int attempts = 0;
  const auto body = [&](Transaction& transaction) {
    ++attempts;
    Increment(transaction.db, 1);
    transaction.BeforeCommit([&] { Sever(transaction.db); });
    transaction.AfterCommit([&] { announced = true; });
  };
  EXPECT_THROW(RunTransaction(db_, body), UnknownOutcome);
  EXPECT_EQ(attempts, 1);
  EXPECT_FALSE(announced);
  EXPECT_NO_THROW(RunTransaction(db_, [](Transaction& transaction) { Increment(transaction.db, 2); }));
}

TEST_F(Transactions, RefuseToNest) {
  EXPECT_THROW(RunTransaction(db_, [&](Transaction&) { RunTransaction(db_, [](Transaction&) {}); }), std::logic_error);
}

TEST_F(Transactions, KnowWhetherTheyChangedARow) {
  RunTransaction(db_, [](Transaction& transaction) { transaction.db.Query("SELECT total FROM counters FOR UPDATE"); });
  EXPECT_FALSE(db_.has_changed());
  RunTransaction(db_, [](Transaction& transaction) { transaction.db.Execute("UPDATE counters SET total = 0"); });
  EXPECT_FALSE(db_.has_changed());
  RunTransaction(db_, [](Transaction& transaction) { Increment(transaction.db, 1); });
  EXPECT_TRUE(db_.has_changed());
}

}  // namespace
}  // namespace voronka::storage

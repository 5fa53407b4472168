#include "foundation/storage/ids.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "foundation/storage/migrations.h"
#include "foundation/storage/schema/migrations.h"
#include "foundation/storage/transaction.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

class IdSequences : public ::testing::Test {
 protected:
  IdSequences() { Migrate(database_, Migrations()); }

  const config::v1::Database database_ = voronka::testing::FreshSchema();
};

TEST_F(IdSequences, StartAtOneWithoutGaps) {
  Ids ids(database_);
  for (int64_t expected = 1; expected <= 10; ++expected) EXPECT_EQ(ids.Next(7, "deals"), expected);
}

TEST_F(IdSequences, CountEachAccountAndKindSeparately) {
  Ids ids(database_);
  EXPECT_EQ(ids.Next(1, "deals"), 1);
  EXPECT_EQ(ids.Next(1, "tasks"), 1);
  EXPECT_EQ(ids.Next(2, "deals"), 1);
  EXPECT_EQ(ids.Next(1, "deals"), 2);
}

TEST_F(IdSequences, ContinueAfterARestart) {
  EXPECT_EQ(Ids(database_).Next(1, "deals"), 1);
  EXPECT_EQ(Ids(database_).Next(1, "deals"), 2);
}

TEST_F(IdSequences, NeverReturnAnIdTwice) {
  constexpr int kThreads = 8;
  constexpr int kEach = 250;
  Ids instances[] = {Ids(database_), Ids(database_)};
  std::vector<std::vector<int64_t>> taken(size_t{2} * kThreads);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2 * kThreads; ++i) {
      threads.emplace_back([&, i] {
        for (int n = 0; n < kEach; ++n) taken[i].push_back(instances[i % 2].Next(1, "deals"));
      });
    }
  }
  std::set<int64_t> all;
  for (const auto& ids : taken) all.insert(ids.begin(), ids.end());
  EXPECT_EQ(all.size(), 2U * kThreads * kEach);
  EXPECT_EQ(*all.begin(), 1);
}

TEST_F(IdSequences, DoNotWaitForTheCallersTransaction) {
  Ids ids(database_);
  Connection db(database_);
  RunTransaction(db, [&](Transaction&) { EXPECT_EQ(ids.Next(1, "deals"), 1); });
  EXPECT_THROW(RunTransaction(db,
                              [&](Transaction&) {
                                EXPECT_EQ(ids.Next(1, "deals"), 2);
                                throw std::runtime_error("undone");
                              }),
               std::runtime_error);
  EXPECT_EQ(ids.Next(1, "deals"), 3);
}

}  // namespace
}  // namespace voronka::storage

#include "foundation/storage/connector/statement_cache.h"

#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

class StatementCaches : public ::testing::Test {
 protected:
  int Get(std::string_view sql) {
    return cache_.Get(sql, [this](std::string_view) { return ++prepared_; });
  }

  int prepared_ = 0;
  StatementCache<int> cache_{2};
};

TEST_F(StatementCaches, PrepareOnce) {
  EXPECT_EQ(Get("a"), 1);
  EXPECT_EQ(Get("a"), 1);
}

TEST_F(StatementCaches, EvictTheLeastRecentlyUsedStatement) {
  Get("a");
  Get("b");
  Get("a");
  Get("c");
  EXPECT_EQ(Get("a"), 1);
  EXPECT_EQ(Get("b"), 4);
  EXPECT_EQ(cache_.size(), 2U);
}

TEST_F(StatementCaches, DoNotKeepAStatementThatCouldNotBePrepared) {
  EXPECT_THROW(cache_.Get("bad", [](std::string_view) -> int { throw 1; }), int);
  EXPECT_EQ(Get("bad"), 1);
}

int64_t PreparedBySession(Connection& db) {
  return db
      .Query(
          "SELECT CAST(variable_value AS SIGNED) FROM information_schema.session_status "
          "WHERE variable_name = 'COM_STMT_PREPARE'")
      .at(0)
      .Int(0);
}

TEST(PreparedStatements, ArePreparedOnceByTheServer) {
  Connection db(voronka::testing::FreshSchema());
  db.Query("SELECT ?", 1);
  const int64_t before = PreparedBySession(db);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(db.Query("SELECT ?", i).at(0).Int(0), i);
  EXPECT_EQ(PreparedBySession(db), before);
}

TEST(PreparedStatements, AcceptParametersOfDifferentTypes) {
  Connection db(voronka::testing::FreshSchema());
  EXPECT_EQ(db.Query("SELECT ?", Bytes{std::string(1, '\0')}).at(0).Text(0), std::string(1, '\0'));
  EXPECT_TRUE(db.Query("SELECT ?", std::nullopt).at(0).IsNull(0));
  EXPECT_EQ(db.Query("SELECT ?", "текст").at(0).Text(0), "текст");
  EXPECT_EQ(db.Query("SELECT ?", int64_t{-1}).at(0).Int(0), -1);
  EXPECT_EQ(db.Query("SELECT ?", 1.2e-7).at(0).Double(0), 1.2e-7);
}

}  // namespace
}  // namespace voronka::storage

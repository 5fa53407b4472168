#include "foundation/storage/durable_reading.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

#include "foundation/storage/migrations.h"
#include "foundation/storage/schema/migrations.h"
#include "tests/foundation/storage/sample_table.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"

namespace voronka::storage {
namespace {

using namespace std::chrono_literals;
using voronka::testing::Eventually;
using voronka::testing::PrivateMariaDb;

// A server with a slow log: for a second, a commit can be read but would be lost in a crash.
class ReadingOnASlowLog : public ::testing::Test {
 protected:
  ReadingOnASlowLog() : database_(server_.FreshSchema()), reader_(database_) {
    Migrate(database_, Migrations());
    CreateCounters(reader_);
    reader_.Execute("INSERT INTO counters VALUES (1, 0)");
    server_.host_faults().SetLogDelay(1s);
    written_ = std::async(std::launch::async, [this] {
      Connection writer(database_);
      writer.Execute("UPDATE counters SET total = 7 WHERE id = 1");
    });
    EXPECT_TRUE(Eventually([this] { return Total() == 7; }));
  }

  int64_t Total() { return reader_.Query("SELECT total FROM counters").at(0).Int(0); }
  // Returns the rows that are there afterwards.
  int64_t Crash() {
    server_.Kill9();
    EXPECT_ANY_THROW(written_.get());
    server_.host_faults().SetLogDelay(0s);
    server_.Start();
    return Total();
  }

  PrivateMariaDb server_{{}, PrivateMariaDb::Host::kFaulty};
  const config::v1::Database database_;
  Connection reader_;
  std::future<void> written_;
};

TEST_F(ReadingOnASlowLog, SeesCommitsThatACrashCanLose) { EXPECT_EQ(Crash(), 0); }

TEST_F(ReadingOnASlowLog, SurvivesACrashOnceMadeDurable) {
  MakeReadingDurable(reader_);
  server_.Kill9();
  server_.host_faults().SetLogDelay(0s);
  server_.Start();
  EXPECT_EQ(Total(), 7);
}

}  // namespace
}  // namespace voronka::storage

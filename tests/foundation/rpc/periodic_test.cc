#include "foundation/rpc/server/periodic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;

class PeriodicWork : public ::testing::Test {
 protected:
  config::v1::Log LogFile() {
    config::v1::Log log;
    log.set_file(folder_ / "log");
    return log;
  }

  const process::TemporaryFolder folder_;
  process::Log log_{LogFile()};
  std::atomic<int> rounds_ = 0;
  std::atomic<int> failures_ = 0;
  Periodic periodic_{testing::FreshSchema(), log_};
};

TEST_F(PeriodicWork, IsDoneOnceByDoAll) {
  periodic_.Add("count", 1h, [this](auto&) { ++rounds_; });
  periodic_.DoAll();
  EXPECT_EQ(rounds_, 1);
}

TEST_F(PeriodicWork, StartsAtOnce) {
  periodic_.Add("count", 1h, [this](auto&) { ++rounds_; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ == 1; }));
}

TEST_F(PeriodicWork, IsRepeated) {
  periodic_.Add("count", 1ms, [this](auto&) { ++rounds_; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ > 3; }));
}

TEST_F(PeriodicWork, HasADatabase) {
  std::atomic<int64_t> answer = 0;
  periodic_.Add("ask", 1h, [&](storage::Connection& db) { answer = db.Query("SELECT 42")[0].Int(0); });
  periodic_.DoAll();
  EXPECT_EQ(answer, 42);
}

TEST_F(PeriodicWork, IsLoggedAndRetriedIfItFailsAndStopsNoOther) {
  periodic_.Add("fail", 1ms, [this](auto&) {
    ++failures_;
    throw std::runtime_error("no luck");
  });
  periodic_.Add("count", 1ms, [this](auto&) { ++rounds_; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ > 3 && failures_ > 3; }));
  EXPECT_THAT(folder_.Read("log"), AllOf(HasSubstr("work=fail"), HasSubstr("no luck")));
}

TEST_F(PeriodicWork, IsNotDelayedByMoreFrequentWork) {
  periodic_.Add("often", 1ms, [](auto&) {});
  periodic_.Add("count", 50ms, [this](auto&) { ++rounds_; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ > 1; }));
}

TEST_F(PeriodicWork, IsNotDoneAfterStop) {
  periodic_.Add("count", 1ms, [this](auto&) { ++rounds_; });
  periodic_.Start();
  periodic_.Stop();
  const int done = rounds_;
  periodic_.Stop();
  EXPECT_EQ(rounds_, done);
}

TEST_F(PeriodicWork, RepeatsAtOnceWhileThereIsMoreToDo) {
  periodic_.AddInPortions("delete", 1h, [this](auto&) { return ++rounds_ < 5; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ == 5; }));
}

TEST_F(PeriodicWork, LetsOthersHaveTheirTurnWhileThereIsMoreToDo) {
  periodic_.AddInPortions("delete", 1h, [](auto&) { return true; });
  periodic_.Add("count", 1ms, [this](auto&) { ++rounds_; });
  periodic_.Start();
  EXPECT_TRUE(testing::Eventually([&] { return rounds_ > 3; }));
}

TEST_F(PeriodicWork, CanBeStoppedBetweenPortions) {
  periodic_.AddInPortions("delete", 1h, [this](auto&) { return ++rounds_ > 0; });
  periodic_.Start();
  ASSERT_TRUE(testing::Eventually([&] { return rounds_ > 3; }));
  periodic_.Stop();
  const int done = rounds_;
  EXPECT_EQ(rounds_, done);
}

TEST_F(PeriodicWork, MayBeEmpty) { periodic_.Start(); }

}  // namespace
}  // namespace voronka::rpc

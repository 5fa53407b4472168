#include "foundation/timers/timer_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/migrations.h"
#include "tests/foundation/rpc/schema/migrations.h"
#include "tests/support/database.h"

namespace voronka::timers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const TimerKey kCall{3, "call", 7};
constexpr int kShard = 3;

class TimerTables : public ::testing::Test {
 protected:
  TimerTables() { storage::Migrate(database_, rpc::Migrations()); }

  void Arm(int64_t due, const std::string& payload = "") { table_.Arm({kCall, due, 1, payload}); }
  Timer Armed() { return table_.Find(kCall).value(); }
  std::vector<int64_t> DueBefore(int64_t before, int limit = 100, int shard = kShard) {
    std::vector<int64_t> due;
    for (const auto& timer : table_.DueBefore(shard, before, limit)) due.push_back(timer.due);
    return due;
  }

  const config::v1::Database database_ = testing::FreshSchema();
  storage::Connection db_{database_};
  TimerTable table_{db_};
};

TEST_F(TimerTables, KeepArmedTimers) {
  Arm(100, std::string("\0\xFF", 2));
  EXPECT_EQ(Armed().key, kCall);
  EXPECT_EQ(Armed().due, 100);
  EXPECT_EQ(Armed().payload, std::string("\0\xFF", 2));
}

TEST_F(TimerTables, FireOnceAndOnlyWhenDue) {
  Arm(100);
  const Timer timer = Armed();
  EXPECT_FALSE(table_.Fire(timer, 99));
  EXPECT_TRUE(table_.Fire(timer, 100));
  EXPECT_FALSE(table_.Fire(timer, 100));
  EXPECT_EQ(table_.Find(kCall), std::nullopt);
}

TEST_F(TimerTables, MoveATimer) {
  Arm(100, "old");
  const Timer before = Armed();
  Arm(50, "new");
  EXPECT_FALSE(table_.Fire(before, 100));
  EXPECT_EQ(Armed().due, 50);
  EXPECT_EQ(Armed().payload, "new");
  EXPECT_TRUE(table_.Fire(Armed(), 50));
}

TEST_F(TimerTables, DoNotFireAgainForTheSameTime) {
  Arm(100);
  ASSERT_TRUE(table_.Fire(Armed(), 100));
  Arm(100);
  EXPECT_EQ(table_.Find(kCall), std::nullopt);
  Arm(101);
  EXPECT_EQ(Armed().due, 101);
}

TEST_F(TimerTables, FireAgainForTheSameTimeAfterACancellation) {
  Arm(100);
  ASSERT_TRUE(table_.Fire(Armed(), 100));
  table_.Cancel(kCall);
  Arm(100);
  EXPECT_TRUE(table_.Fire(Armed(), 100));
}

TEST_F(TimerTables, DoNotFireACancelledTimer) {
  Arm(100);
  const Timer timer = Armed();
  table_.Cancel(kCall);
  EXPECT_FALSE(table_.Fire(timer, 100));
  EXPECT_THAT(DueBefore(1000), IsEmpty());
}

TEST_F(TimerTables, CancelAllSlotsOfASubject) {
  table_.Arm({{3, "call", 7, 0}, 100, 1, ""});
  table_.Arm({{3, "call", 7, 60}, 101, 1, ""});
  table_.Arm({{3, "call", 8, 0}, 102, 1, ""});
  table_.Arm({{3, "mail", 7, 0}, 103, 1, ""});
  table_.CancelAll(3, "call", 7);
  EXPECT_THAT(DueBefore(1000), ElementsAre(102, 103));
}

TEST_F(TimerTables, LeaseATimerToOneProcess) {
  Arm(100);
  Timer one = Armed();
  Timer two = one;
  EXPECT_FALSE(table_.Lease(one, 99, 200));
  EXPECT_TRUE(table_.Lease(one, 100, 200));
  EXPECT_FALSE(table_.Lease(two, 100, 200));
  EXPECT_EQ(Armed().due, 200);
  EXPECT_EQ(Armed().epoch, one.epoch);
  EXPECT_TRUE(table_.Lease(one, 200, 300));
}

TEST_F(TimerTables, EndOnlyTheirOwnLease) {
  Arm(100);
  Timer timer = Armed();
  const Timer before = timer;
  ASSERT_TRUE(table_.Lease(timer, 100, 900));
  table_.EndLease(before, 200);
  EXPECT_EQ(Armed().due, 900);
  table_.EndLease(timer, 300);
  EXPECT_EQ(Armed().due, 300);
}

TEST_F(TimerTables, FindDueTimersEarliestFirst) {
  for (int64_t subject = 1; subject <= 4; ++subject) table_.Arm({{3, "call", subject}, 500 - subject * 100, 1, ""});
  EXPECT_THAT(DueBefore(300), ElementsAre(100, 200));
  EXPECT_THAT(DueBefore(1000, 3), ElementsAre(100, 200, 300));
}

TEST_F(TimerTables, FindATimerOnlyInTheShardOfItsAccount) {
  Arm(100);
  for (int shard = 0; shard < kShards; ++shard) {
    EXPECT_EQ(DueBefore(1000, 100, shard).size(), shard == kShard ? 1U : 0U) << shard;
  }
}

}  // namespace
}  // namespace voronka::timers

#include "foundation/events/tail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "foundation/storage/errors.h"
#include "tests/foundation/events/event_schema.h"
#include "tests/support/eventually.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::events {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using testing::Eventually;

constexpr int64_t kAccount = 1;
constexpr int kPartition = 1;

// A tail and what it has reported, by partition.
class FollowedLog {
 public:
  explicit FollowedLog(const config::v1::Database& database)
      : tail(database, log_, [this](auto&, int partition, int64_t after, int64_t upto) {
          std::lock_guard lock(mutex_);
          EXPECT_EQ(after, told_[partition]);
          EXPECT_GT(upto, after);
          told_[partition] = upto;
        }) {}

  int64_t Told(int partition) {
    std::lock_guard lock(mutex_);
    return told_[partition];
  }

 private:
  process::Log log_{config::v1::Log()};
  std::mutex mutex_;
  std::map<int, int64_t> told_;

 public:
  Tail tail;
};

class Tails : public ::testing::Test {
 protected:
  EventSchema schema_;
  process::Log log_{config::v1::Log()};
  FollowedLog followed_{schema_.database};
  Tail& tail_ = followed_.tail;
};

TEST_F(Tails, KnowTheHeadsOnceStarted) {
  schema_.Write(kAccount);
  schema_.Write(kAccount);
  Tail tail(schema_.database, log_, [](const auto&...) {});
  tail.Start();
  EXPECT_EQ(tail.DurableHead(kPartition), 2);
  EXPECT_EQ(tail.FirstOffset(kPartition), 1);
  EXPECT_EQ(tail.DurableHead(kPartition + 1), 0);
}

TEST_F(Tails, KnowTheNameOfTheLog) {
  tail_.Start();
  EXPECT_EQ(tail_.History(), Log::History(schema_.db));
}

TEST_F(Tails, SeeCommitsOfOtherConnections) {
  tail_.Start();
  schema_.Write({{1, 0, ""}, {2, 0, ""}, {1, 0, ""}});
  EXPECT_TRUE(Eventually([&] { return followed_.Told(1) == 2 && followed_.Told(2) == 1; }));
  EXPECT_EQ(tail_.DurableHead(1), 2);
}

TEST_F(Tails, SeeCommitsSoon) {
  tail_.Start();
  auto soonest = steady_clock::duration::max();
  for (int i = 1; i <= 20; ++i) {
    schema_.Write(kAccount);
    const auto committed = steady_clock::now();
    while (tail_.DurableHead(kPartition) < i) std::this_thread::yield();
    soonest = std::min(soonest, steady_clock::now() - committed);
  }
  EXPECT_LT(soonest, 50ms);
}

TEST_F(Tails, ReportEachRangeOnceAndInOrder) {
  tail_.Start();
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, account_id = int64_t{writer % 2 + 1}] {
      storage::Connection db(schema_.database);
      for (int i = 0; i < 100; ++i) {
        schema_.Write(db, {{account_id, 0, ""}});
        tail_.Committed(db, static_cast<int>(account_id));
      }
    });
  }
  EXPECT_TRUE(Eventually([&] { return followed_.Told(1) == 200 && followed_.Told(2) == 200; }));
}

TEST_F(Tails, NeedNoExtraCommitForThisProcessesOwnCommits) {
  tail_.Start();
  const auto beats = [&] { return schema_.db.Query("SELECT SUM(beats) FROM heartbeats").at(0).Int(0); };
  int seen_at_once = 0;
  for (int i = 1; i <= 20; ++i) {
    const int64_t before = beats();
    schema_.Write(kAccount);
    tail_.Committed(schema_.db, kPartition);
    EXPECT_TRUE(Eventually([&] { return followed_.Told(kPartition) == i; }));
    if (beats() == before) ++seen_at_once;
  }
  EXPECT_GT(seen_at_once, 0);
}

TEST_F(Tails, SeeCommitsToSeveralPartitions) {
  tail_.Start();
  schema_.Write({{1, 0, ""}, {2, 0, ""}});
  tail_.Committed(schema_.db, std::nullopt);
  EXPECT_TRUE(Eventually([&] { return followed_.Told(1) == 1 && followed_.Told(2) == 1; }));
}

TEST_F(Tails, SeeACommitWhoseConnectionIsLostAfterwards) {
  tail_.Start();
  schema_.Write(kAccount);
  storage::Connection elsewhere(schema_.database);
  const auto id = schema_.db.Query("SELECT CONNECTION_ID()").at(0).Int(0);
  elsewhere.Execute("KILL " + std::to_string(id));
  tail_.Committed(schema_.db, kPartition);
  EXPECT_TRUE(Eventually([&] { return followed_.Told(kPartition) == 1; }));
}

TEST_F(Tails, ReportOnlyReadableEntries) {
  tail_.Start();
  std::jthread writer([&] {
    storage::Connection db(schema_.database);
    for (int i = 0; i < 200; ++i) schema_.Write(db, {{kAccount, 0, ""}});
  });
  int64_t head = 0;
  while (head < 200) {
    const int64_t now = tail_.DurableHead(kPartition);
    ASSERT_GE(now, head);
    ASSERT_EQ(Log::Read(schema_.db, kPartition, head, now, 1000).entries.size(), static_cast<size_t>(now - head));
    head = now;
  }
}

TEST_F(Tails, NoticeDeletedEntries) {
  schema_.Write(kAccount);
  schema_.Write(kAccount);
  tail_.Start();
  Log::Trim(schema_.db, kPartition, schema_.clock.NowMicros() + 1, 1);
  EXPECT_TRUE(Eventually([&] { return tail_.FirstOffset(kPartition) == 2; }));
  EXPECT_EQ(tail_.DurableHead(kPartition), 2);
}

TEST_F(Tails, ContinueIfAListenerFails) {
  std::atomic<int> told = 0;
  Tail tail(schema_.database, log_, [&](const auto&...) {
    ++told;
    throw std::runtime_error("no luck");
  });
  tail.Start();
  schema_.Write(kAccount);
  EXPECT_TRUE(Eventually([&] { return told == 1; }));
  schema_.Write(kAccount);
  EXPECT_TRUE(Eventually([&] { return told == 2; }));
  EXPECT_EQ(tail.DurableHead(kPartition), 2);
}

TEST_F(Tails, CanBeStoppedTwiceOrWithoutAStart) {
  Tail idle(schema_.database, log_, [](const auto&...) {});
  idle.Stop();
  tail_.Start();
  tail_.Stop();
  tail_.Stop();
}

// Writes numbered entries until it is stopped, whatever happens to the database.
class TirelessWriter {
 public:
  explicit TirelessWriter(EventSchema& schema)
      : thread_([this, &schema](const std::stop_token& stop) {
          storage::Connection db(schema.database);
          for (int i = 0; !stop.stop_requested(); ++i) {
            try {
              schema.Write(db, {{kAccount, 0, std::to_string(i)}});
            } catch (const storage::DatabaseError&) {
              std::this_thread::yield();
            }
          }
        }) {}

 private:
  std::jthread thread_;
};

TEST(TailsOfADatabaseThatIsKilled, ServeOnlyDurableEntries) {
  testing::PrivateMariaDb mariadb;
  mariadb.Start();
  EventSchema schema(mariadb.FreshSchema());
  FollowedLog followed(schema.database);
  followed.tail.Start();
  std::map<int64_t, std::string> served;
  for (int kill = 0; kill < 3; ++kill) {
    {
      const TirelessWriter writer(schema);
      const int64_t begin = followed.Told(kPartition);
      ASSERT_TRUE(Eventually([&] { return followed.Told(kPartition) > begin + 50; }));
      for (const auto& entry :
           Log::Read(schema.db, kPartition, std::ssize(served), followed.Told(kPartition), 100'000).entries) {
        served[entry.offset] = entry.payload;
      }
      mariadb.Kill9();
    }
    mariadb.Start();
    ASSERT_GE(schema.Head(kPartition), followed.Told(kPartition));
    std::map<int64_t, std::string> survived;
    for (const auto& entry : Log::Read(schema.db, kPartition, 0, std::ssize(served), 1'000'000).entries) {
      survived[entry.offset] = entry.payload;
    }
    ASSERT_EQ(survived, served);
  }
  const int64_t head = schema.Head(kPartition);
  schema.Write(kAccount);
  EXPECT_TRUE(Eventually([&] { return followed.Told(kPartition) == head + 1; }));
}

}  // namespace
}  // namespace voronka::events

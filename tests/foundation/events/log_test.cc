#include "foundation/events/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "foundation/events/retention.h"
#include "foundation/process/random.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/wire/message_sizes.h"
#include "tests/foundation/events/event_schema.h"

namespace voronka::events {
namespace {

using rpc::Announcement;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int64_t kDay = 86'400'000'000;
// Both in partition 1.
constexpr int64_t kAccount = 1;
constexpr int64_t kNeighbour = 65;
constexpr int kPartition = 1;

class Logs : public ::testing::Test {
 protected:
  // `offset:payload` of each.
  std::vector<std::string> Entries(int partition = kPartition, int64_t after = 0, int64_t upto = 1000,
                                   int limit = 1000) {
    std::vector<std::string> entries;
    for (const auto& entry : Log::Read(schema_.db, partition, after, upto, limit).entries) {
      entries.push_back(std::to_string(entry.offset) + ":" + entry.payload);
    }
    return entries;
  }

  EventSchema schema_;
};

TEST_F(Logs, NumberEntriesFromOne) {
  schema_.Write(kAccount, "a");
  schema_.Write(kNeighbour, "b");
  EXPECT_THAT(Entries(), ElementsAre("1:a", "2:b"));
  EXPECT_EQ(schema_.Head(kPartition), 2);
}

TEST_F(Logs, KeepTheAccountAndTheTopicOfAnEntry) {
  schema_.Write({{kNeighbour, 5, std::string("\0\xFF", 2)}});
  const auto entry = Log::Read(schema_.db, kPartition, 0, 1, 1).entries.at(0);
  EXPECT_EQ(entry.partition, kPartition);
  EXPECT_EQ(entry.account_id, kNeighbour);
  EXPECT_EQ(entry.topic, 5);
  EXPECT_EQ(entry.payload, std::string("\0\xFF", 2));
}

TEST_F(Logs, LimitAPageInBytes) {
  const std::string third(rpc::kPageBytes / 3, 'x');
  for (int i = 0; i < 5; ++i) schema_.Write(kAccount, third);
  const auto page = Log::Read(schema_.db, kPartition, 0, 5, 100);
  EXPECT_THAT(page.entries, SizeIs(3));
  EXPECT_EQ(page.upto, 3);
  EXPECT_EQ(page.entries.front().payload, third);
  EXPECT_EQ(Log::ReadTopic(schema_.db, kAccount, 0, 3, 5, 100).upto, 5);
}

TEST_F(Logs, ReturnAnEntryLargerThanAPage) {
  const std::string large(2 * rpc::kPageBytes, 'x');
  schema_.Write({{kAccount, 0, "a"}, {kAccount, 0, large}, {kAccount, 0, "b"}});
  EXPECT_EQ(Log::Read(schema_.db, kPartition, 0, 3, 100).upto, 1);
  EXPECT_EQ(Log::Read(schema_.db, kPartition, 1, 3, 100).entries.front().payload, large);
  EXPECT_EQ(Log::Read(schema_.db, kPartition, 1, 3, 100).upto, 2);
}

// More than a server accepts in one statement.
TEST_F(Logs, KeepManyLargeEntriesOfOneTransaction) {
  schema_.Write(std::vector<Announcement>(16, {kAccount, 0, std::string(2 << 20, 'x')}));
  EXPECT_EQ(schema_.Head(kPartition), 16);
}

TEST_F(Logs, RefuseEntriesThatNoClientCouldReceive) {
  try {
    schema_.Write(kAccount, std::string(rpc::kMostEventBytes + 1, 'x'));
    FAIL() << "it was taken";
  } catch (const rpc::Error& error) {
    EXPECT_EQ(error.reason(), "CHANGE_TOO_LARGE");
  }
  EXPECT_EQ(schema_.Head(kPartition), 0);
}

TEST_F(Logs, KeepTheOrderOfALongTransaction) {
  schema_.Write(kAccount, "before");
  std::vector<Announcement> many;
  for (int i = 0; i < 40; ++i) many.push_back({kAccount, 0, std::to_string(i)});
  schema_.Write(many);
  const auto entries = Entries();
  ASSERT_THAT(entries, SizeIs(41));
  for (int i = 0; i < 40; ++i) EXPECT_EQ(entries[i + 1], std::to_string(i + 2) + ":" + std::to_string(i));
}

TEST_F(Logs, NumberEachPartitionSeparately) {
  schema_.Write({{1, 0, "a"}, {2, 0, "b"}, {1, 0, "c"}, {66, 0, "d"}});
  EXPECT_THAT(Entries(1), ElementsAre("1:a", "2:c"));
  EXPECT_THAT(Entries(2), ElementsAre("1:b", "2:d"));
}

TEST_F(Logs, HaveNoGapAfterARollback) {
  schema_.Write(kAccount, "a");
  EXPECT_THROW(storage::RunTransaction(schema_.db,
                                       [&](auto& transaction) {
                                         schema_.log.Write(transaction.db, {{kAccount, 0, "never"}});
                                         throw std::runtime_error("undone");
                                       }),
               std::runtime_error);
  schema_.Write(kAccount, "b");
  EXPECT_THAT(Entries(), ElementsAre("1:a", "2:b"));
}

TEST_F(Logs, ShowNoOffsetBeforeAllLowerOnes) {
  constexpr int kWriters = 8;
  constexpr int kTransactions = 60;
  std::atomic<int> writing = kWriters;
  std::atomic<int64_t> committed = 0;
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      storage::Connection db(schema_.database);
      std::mt19937 random(writer);
      for (int i = 0; i < kTransactions; ++i) {
        const size_t count = 1 + random() % 20;
        const bool undone = random() % 4 == 0;
        try {
          storage::RunTransaction(db, [&](auto& transaction) {
            schema_.log.Write(transaction.db, std::vector<Announcement>(count, {kAccount, 0, ""}));
            if (undone) throw std::runtime_error("undone");
          });
          committed += static_cast<int64_t>(count);
        } catch (const std::runtime_error&) {
        }
      }
      --writing;
    });
  }
  int64_t cursor = 0;
  while (writing > 0 || cursor < committed) {
    for (const auto& entry : Log::Read(schema_.db, kPartition, cursor, 1'000'000, 1000).entries) {
      ASSERT_EQ(entry.offset, cursor + 1);
      cursor = entry.offset;
    }
  }
  EXPECT_EQ(cursor, committed);
  EXPECT_EQ(schema_.Head(kPartition), committed);
}

TEST_F(Logs, CanBeReadBetweenTwoOffsetsUpToALimit) {
  for (const char* payload : {"a", "b", "c", "d", "e"}) schema_.Write(kAccount, payload);
  EXPECT_THAT(Entries(kPartition, 1, 4), ElementsAre("2:b", "3:c", "4:d"));
  EXPECT_THAT(Entries(kPartition, 1, 4, 2), ElementsAre("2:b", "3:c"));
  EXPECT_THAT(Entries(kPartition, 5, 9), IsEmpty());
}

TEST_F(Logs, CanBeReadByAccountAndTopic) {
  schema_.Write({{kAccount, 2, "a"}, {kAccount, 3, "b"}, {kNeighbour, 2, "c"}, {kAccount, 2, "d"}});
  const auto entries = Log::ReadTopic(schema_.db, kAccount, 2, 1, 4, 10).entries;
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(entries[0].offset, 4);
  EXPECT_EQ(entries[0].payload, "d");
}

TEST_F(Logs, NotifyWhichPartitionsWereCommitted) {
  std::vector<std::optional<int>> told;
  Log log(schema_.clock, [&](auto&, auto partition) { told.push_back(partition); });
  log.Committed(schema_.db, {{kAccount, 0, ""}, {kNeighbour, 0, ""}});
  log.Committed(schema_.db, {{kAccount, 0, ""}, {kAccount + 1, 0, ""}});
  EXPECT_THAT(told, ElementsAre(kPartition, std::nullopt));
}

TEST_F(Logs, AreWrittenOncePerTransactionForAllItsSessions) {
  std::vector<std::optional<int>> told;
  Log log(schema_.clock, [&](auto&, auto partition) { told.push_back(partition); });
  process::SystemRandom random;
  storage::Ids ids(schema_.database);
  const rpc::SessionContext session_context{schema_.clock, random, ids, &log};
  storage::RunTransaction(schema_.db, [&](storage::Transaction& transaction) {
    for (const int64_t account_id : {kAccount, kAccount + 1, kNeighbour}) {
      rpc::Caller caller;
      caller.account_id = account_id;
      const rpc::Origin origin;
      rpc::Session(session_context, transaction, caller, origin).Announce({account_id, 0, std::to_string(account_id)});
    }
  });
  EXPECT_THAT(Entries(kPartition), ElementsAre("1:1", "2:65"));
  EXPECT_THAT(Entries(kPartition + 1), ElementsAre("1:2"));
  EXPECT_THAT(told, ElementsAre(std::nullopt)) << "LAST_INSERT_ID() is that of one of them alone";
}

TEST_F(Logs, HaveANameOfTheirOwn) {
  const auto name = Log::History(schema_.db);
  EXPECT_THAT(name, SizeIs(32));
  storage::Migrate(schema_.database, rpc::Migrations());
  EXPECT_EQ(Log::History(schema_.db), name);
  EventSchema other;
  EXPECT_NE(Log::History(other.db), name);
}

TEST_F(Logs, RefuseToWriteWithoutACounter) {
  schema_.db.Execute("DELETE FROM event_partitions WHERE partition_id = ?", kPartition);
  EXPECT_THROW(schema_.Write(kAccount), std::logic_error);
}

TEST_F(Logs, DeleteOldEntries) {
  schema_.Write(kAccount, "a");
  schema_.Write(kAccount, "b");
  schema_.clock.Advance(kDay);
  schema_.Write(kAccount, "c");
  EXPECT_EQ(Log::Trim(schema_.db, kPartition, schema_.clock.NowMicros(), 10), 2);
  EXPECT_EQ(schema_.First(kPartition), 3);
  EXPECT_EQ(schema_.Head(kPartition), 3);
  EXPECT_THAT(Entries(kPartition, 2), ElementsAre("3:c"));
}

TEST_F(Logs, DeleteNoMoreAtOnceThanTheLimit) {
  for (int i = 0; i < 5; ++i) schema_.Write(kAccount);
  const int64_t later = schema_.clock.NowMicros() + 1;
  EXPECT_EQ(Log::Trim(schema_.db, kPartition, later, 3), 3);
  EXPECT_EQ(schema_.First(kPartition), 4);
  EXPECT_EQ(Log::Trim(schema_.db, kPartition, later, 3), 2);
  EXPECT_EQ(Log::Trim(schema_.db, kPartition, later, 3), 0);
}

TEST_F(Logs, ContinueNumberingAfterEverythingIsDeleted) {
  for (int i = 0; i < 3; ++i) schema_.Write(kAccount);
  Log::Trim(schema_.db, kPartition, schema_.clock.NowMicros() + 1, 10);
  schema_.Write(kAccount, "d");
  EXPECT_EQ(schema_.First(kPartition), 4);
  EXPECT_THAT(Entries(kPartition, 3), ElementsAre("4:d"));
}

TEST_F(Logs, NeverSkipDeletedEntriesSilently) {
  for (int i = 0; i < 3; ++i) schema_.Write(kAccount);
  Log::Trim(schema_.db, kPartition, schema_.clock.NowMicros() + 1, 2);
  EXPECT_THROW(Log::Read(schema_.db, kPartition, 0, 3, 10), rpc::Error);
  EXPECT_THAT(Entries(kPartition, 2), SizeIs(1));
}

// `partition: offset:payload …` of each range that was read.
std::vector<std::string> Together(storage::Connection& db, const std::vector<Range>& ranges) {
  std::vector<std::string> read;
  for (const auto& [partition, page] : Log::ReadTogether(db, ranges)) {
    auto& line = read.emplace_back(std::to_string(partition) + ":");
    for (const auto& entry : page.entries) line += " " + std::to_string(entry.offset) + ":" + entry.payload;
    EXPECT_EQ(page.upto, page.entries.back().offset);
  }
  return read;
}

TEST_F(Logs, GiveSeveralPartitionsTogether) {
  for (int account = 0; account < rpc::kPartitions; ++account)
    schema_.Write({{account, 0, "a"}, {account, 0, "b"}, {account, 0, "c"}});
  EXPECT_THAT(Together(schema_.db, {{0, 0, 3}, {2, 1, 2}, {5, 2, 9}, {6, 3, 3}}),
              ElementsAre("0: 1:a 2:b 3:c", "2: 2:b", "5: 3:c"));
  std::vector<Range> all;
  for (int partition = 0; partition < rpc::kPartitions; ++partition) all.push_back({partition, 2, 3});
  EXPECT_THAT(Together(schema_.db, all), SizeIs(rpc::kPartitions));
}

TEST_F(Logs, GiveTogetherOnlyTheBeginningOfManyEntries) {
  for (int account = 1; account <= 3; ++account)
    schema_.Write(std::vector<Announcement>(60, Announcement{account, 0, ""}));
  const auto pages = Log::ReadTogether(schema_.db, std::vector<Range>{{1, 0, 60}, {2, 0, 60}, {3, 0, 60}});
  ASSERT_THAT(pages, SizeIs(2));
  EXPECT_EQ(pages.at(1).upto, 60);
  EXPECT_EQ(pages.at(2).upto, 40);
}

TEST_F(Logs, GiveTogetherNeitherALargeEntryNorWhatFollowsAGap) {
  schema_.Write({{1, 0, "a"}, {1, 0, std::string(20'000, 'x')}, {1, 0, "b"}});
  schema_.Write({{2, 0, "a"}, {2, 0, "b"}});
  schema_.Write({{3, 0, "a"}});
  Log::Trim(schema_.db, 2, schema_.clock.NowMicros() + 1, 1);
  EXPECT_THAT(Together(schema_.db, {{1, 0, 3}, {2, 0, 2}, {3, 0, 1}}), ElementsAre("1: 1:a", "3: 1:a"));
}

TEST_F(Logs, KeepEntriesForThirtyDays) {
  schema_.Write({{1, 0, "old"}, {2, 0, "old"}});
  schema_.clock.Advance(30 * kDay - 1);
  schema_.Write(kAccount, "new");
  ForgetOldEvents(schema_.db, schema_.clock.NowMicros());
  EXPECT_EQ(schema_.First(1), 1);
  ForgetOldEvents(schema_.db, schema_.clock.NowMicros() + 2);
  EXPECT_EQ(schema_.First(1), 2);
  EXPECT_EQ(schema_.First(2), 2);
}

}  // namespace
}  // namespace voronka::events

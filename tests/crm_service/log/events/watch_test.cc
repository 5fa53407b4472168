#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "foundation/events/log.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Follows an account's partition, or whatever the request says, as a service does.
class Watcher {
 public:
  explicit Watcher(const WatchRequest& request, CrmServer& server = Crm())
      : service_(server.Service("distribution")), stream_(service_.Open<WatchResponse>(request)) {}

  WatchResponse Next() {
    auto response = stream_.NextWithin(seconds(20));
    if (!response) throw std::runtime_error("the stream gives nothing");
    return *std::move(response);
  }

  // The next events, this many, whatever the sizes of the batches.
  std::vector<Event> Events(size_t count) {
    while (arrived_.size() < count) {
      const auto response = Next();
      arrived_.insert(arrived_.end(), response.events().events().begin(), response.events().events().end());
    }
    const auto end = arrived_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Event> events(arrived_.begin(), end);
    arrived_.erase(arrived_.begin(), end);
    return events;
  }

  bool EndsNow() { return !stream_.NextWithin(seconds(20)) && stream_.ended(); }

 private:
  client::Client service_;
  client::Stream<WatchResponse> stream_;
  // Of the last batch, what nobody has asked for yet.
  std::deque<Event> arrived_;
};

int PartitionOf(const Office& office) { return rpc::PartitionOf(office.account_id()); }

int64_t Head(const Office& office) { return Crm().ServedHead(PartitionOf(office)); }

std::string History() { return events::Log::History(Crm().db()); }

WatchRequest After(const Office& office, int64_t offset) {
  WatchRequest request;
  request.set_history(History());
  request.add_cursors()->set_partition(PartitionOf(office));
  request.mutable_cursors(0)->set_offset(offset);
  return request;
}

std::vector<int64_t> DealsOf(const std::vector<Event>& events) {
  std::vector<int64_t> deals;
  for (const auto& event : events) deals.push_back(events::ReadChange<Deal>(event).after.id());
  return deals;
}

TEST(Watch, BeginsWithABookmark) {
  Office office;
  const int64_t head = Head(office);
  const auto first = Watcher(After(office, head)).Next();
  ASSERT_TRUE(first.has_bookmark());
  EXPECT_EQ(first.bookmark().history(), History());
  ASSERT_EQ(first.bookmark().cursors_size(), 1);
  EXPECT_EQ(first.bookmark().cursors(0).partition(), PartitionOf(office));
  EXPECT_EQ(first.bookmark().cursors(0).offset(), head);
}

TEST(Watch, StartsAtTheFirstEventWithoutACursor) {
  const auto first = Watcher(WatchRequest()).Next();
  ASSERT_EQ(first.bookmark().cursors_size(), rpc::kPartitions);
  for (const auto& cursor : first.bookmark().cursors()) EXPECT_EQ(cursor.offset(), 0);
}

TEST(Watch, ReplaysEventsAfterTheCursor) {
  Office office;
  office.AnnasDeal();
  const int64_t cursor = Head(office);
  const auto one = office.AnnasDeal();
  const auto two = office.AnnasDeal();
  const auto events = Watcher(After(office, cursor)).Events(2);
  EXPECT_THAT(DealsOf(events), ElementsAre(one.id(), two.id()));
  EXPECT_EQ(events[0].offset(), cursor + 1);
  EXPECT_EQ(events[1].offset(), cursor + 2);
  EXPECT_EQ(events[0].partition(), PartitionOf(office));
}

// A thousand accounts that each change a deal are a few messages, not a thousand.
TEST(Watch, DeliversEventsOfSeveralPartitionsInOneMessage) {
  Office one;
  Office two;
  ASSERT_NE(PartitionOf(one), PartitionOf(two));
  auto request = After(one, Head(one));
  auto& cursor = *request.add_cursors();
  cursor.set_partition(PartitionOf(two));
  cursor.set_offset(Head(two));
  one.AnnasDeal();
  two.AnnasDeal();
  for (const auto* office : {&one, &two}) Crm().ServedHead(PartitionOf(*office));
  Watcher watcher(request);
  ASSERT_TRUE(watcher.Next().has_bookmark());
  std::set<int> partitions;
  const auto response = watcher.Next();
  for (const auto& event : response.events().events()) partitions.insert(event.partition());
  EXPECT_THAT(partitions, UnorderedElementsAre(PartitionOf(one), PartitionOf(two)));
}

TEST(Watch, DeliversLiveEvents) {
  Office office;
  Watcher watcher(After(office, Head(office)));
  ASSERT_TRUE(watcher.Next().has_bookmark());
  for (int i = 0; i < 3; ++i) {
    const auto deal = office.AnnasDeal();
    EXPECT_THAT(DealsOf(watcher.Events(1)), ElementsAre(deal.id()));
  }
}

TEST(Watch, DeliversLiveEventsOfSeveralPartitionsEachOnceAndInOrder) {
  constexpr int kDeals = 20;
  std::vector<std::unique_ptr<Office>> offices;
  WatchRequest request;
  request.set_history(History());
  std::map<int, int64_t> next;
  for (int i = 0; i < 3; ++i) {
    const auto& office = *offices.emplace_back(std::make_unique<Office>());
    auto& cursor = *request.add_cursors();
    cursor.set_partition(PartitionOf(office));
    cursor.set_offset(Head(office));
    next[cursor.partition()] = cursor.offset() + 1;
  }
  ASSERT_THAT(next, SizeIs(3));
  std::vector<std::unique_ptr<Watcher>> watchers;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(watchers.emplace_back(std::make_unique<Watcher>(request))->Next().has_bookmark());
  }
  std::thread writer([&] {
    for (int i = 0; i < kDeals; ++i) {
      for (const auto& office : offices) office->AnnasDeal();
    }
  });
  for (const auto& watcher : watchers) {
    auto expected = next;
    for (const auto& event : watcher->Events(offices.size() * kDeals)) {
      EXPECT_EQ(event.offset(), expected.at(event.partition())++);
    }
  }
  writer.join();
}

TEST(Watch, ResumesAfterTheLastEventSeen) {
  Office office;
  const int64_t cursor = Head(office);
  office.AnnasDeal();
  const int64_t seen = Watcher(After(office, cursor)).Events(1)[0].offset();
  const auto next = office.AnnasDeal();
  EXPECT_THAT(DealsOf(Watcher(After(office, seen)).Events(1)), ElementsAre(next.id()));
}

TEST(Watch, ReplaysALongLogCompletelyAndInOrder) {
  Office office;
  const auto deal = office.AnnasDeal();
  const int64_t cursor = Head(office);
  constexpr int kMany = 120;
  for (int i = 0; i < kMany; ++i) office.anna.Call<Deal>(Renaming(deal.id(), "Столы " + std::to_string(i)));
  const auto events = Watcher(After(office, cursor)).Events(kMany);
  ASSERT_EQ(events.size(), static_cast<size_t>(kMany));
  for (int i = 0; i < kMany; ++i) EXPECT_EQ(events[i].offset(), cursor + 1 + i);
}

TEST(Watch, LimitsMessagesOfLargeEventsToWhatAClientAccepts) {
  Office office;
  auto asking = Asking("+79160000001");
  office.intake.Call<Inquiry>(asking);
  const int64_t cursor = Head(office);
  for (int i = 0; i < 100; ++i) {
    (*asking.mutable_inquiry()->mutable_sent()->mutable_values())[std::to_string(i)] = std::string(2'000, 'x');
  }
  // 200 KB each: together more than the 4 MiB of one message.
  constexpr int kMany = 25;
  for (int i = 0; i < kMany; ++i) {
    asking.clear_request_id();
    office.intake.Call<Inquiry>(asking);
  }
  const auto events = Watcher(After(office, cursor)).Events(kMany);
  EXPECT_EQ(events::ReadChange<Inquiry>(events.back()).after.sent().values_size(), 100);
}

TEST(Watch, SkipsPartitionsThatWereNotRequested) {
  Office office, others;
  ASSERT_NE(PartitionOf(office), PartitionOf(others));
  Watcher watcher(After(office, Head(office)));
  others.AnnasDeal();
  const auto deal = office.AnnasDeal();
  const auto events = watcher.Events(1);
  EXPECT_EQ(events[0].account_id(), office.account_id());
  EXPECT_THAT(DealsOf(events), ElementsAre(deal.id()));
}

TEST(Watch, ResyncsACursorOfAnotherLog) {
  Office office;
  Watcher(After(office, Head(office) - 1)).Events(1);  // the process has looked at the log since
  auto request = After(office, 1);
  request.set_history("00");
  Watcher watcher(request);
  const auto first = watcher.Next();
  ASSERT_TRUE(first.has_resync());
  EXPECT_EQ(first.resync().history(), History());
  ASSERT_EQ(first.resync().cursors_size(), 1);
  EXPECT_EQ(first.resync().cursors(0).offset(), Head(office));
  EXPECT_TRUE(watcher.EndsNow());
}

TEST(Watch, ResyncsACursorThatNamesNoLog) {
  Office office;
  auto request = After(office, Head(office));
  request.clear_history();
  EXPECT_TRUE(Watcher(request).Next().has_resync());
}

TEST(Watch, ResyncsACursorOlderThanTheRetention) {
  CrmServer server;
  Watcher live(WatchRequest(), server);
  server.NewAccount();
  const auto event = live.Events(2).back();
  events::Log::Trim(server.db(), event.partition(), server.Now() + kMinute, 1'000'000);
  server.NewAccount();
  live.Events(1);  // the process has looked at the log since
  WatchRequest request;
  request.set_history(events::Log::History(server.db()));
  request.add_cursors()->set_partition(event.partition());
  request.mutable_cursors(0)->set_offset(event.offset() - 1);
  EXPECT_TRUE(Watcher(request, server).Next().has_resync());
  request.mutable_cursors(0)->set_offset(event.offset());
  EXPECT_TRUE(Watcher(request, server).Next().has_bookmark());
}

// As after the restore of a backup: a follower has seen events that are not in the log any more.
TEST(Watch, ResyncsACursorBeyondTheEndAndThenEveryCursorOfThatLog) {
  CrmServer server;
  Watcher live(WatchRequest(), server);
  server.NewAccount();
  const auto event = live.Events(2).back();
  const std::string lost = events::Log::History(server.db());
  WatchRequest request;
  request.set_history(lost);
  request.add_cursors()->set_partition(event.partition());
  request.mutable_cursors(0)->set_offset(event.offset() + 200);
  Watcher beyond(request, server);
  const auto first = beyond.Next();
  ASSERT_TRUE(first.has_resync());
  EXPECT_TRUE(beyond.EndsNow());
  EXPECT_EQ(first.resync().cursors(0).offset(), event.offset());
  EXPECT_NE(first.resync().history(), lost);
  EXPECT_EQ(first.resync().history(), events::Log::History(server.db()));
  std::this_thread::sleep_for(seconds(2));  // replicas read the log's name every second
  *request.mutable_cursors(0) = first.resync().cursors(0);
  EXPECT_TRUE(Watcher(request, server).Next().has_resync());
  request.set_history(first.resync().history());
  EXPECT_TRUE(Watcher(request, server).Next().has_bookmark());
}

// The failure of a stream that must not open.
client::CallFailed RefusalOf(client::Client& who, const WatchRequest& request) {
  auto stream = who.Open<WatchResponse>(request);
  try {
    stream.NextWithin(seconds(20));
  } catch (const client::CallFailed& failure) {
    return failure;
  }
  throw std::logic_error("the stream was opened");
}

TEST(Watch, RefusesADuplicatePartition) {
  Office office;
  auto request = After(office, 0);
  *request.add_cursors() = request.cursors(0);
  const auto failure = RefusalOf(office.distribution, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(failure.reason(), "DUPLICATE_PARTITION");
}

TEST(Watch, RefusesAPartitionThatDoesNotExist) {
  Office office;
  auto request = After(office, 0);
  request.mutable_cursors(0)->set_partition(rpc::kPartitions);
  EXPECT_EQ(RefusalOf(office.distribution, request).code(), grpc::StatusCode::INVALID_ARGUMENT);
}

TEST(Watch, IsOnlyForServices) {
  Office office;
  EXPECT_EQ(RefusalOf(office.olga, WatchRequest()).code(), grpc::StatusCode::PERMISSION_DENIED);
}

}  // namespace
}  // namespace voronka::testing

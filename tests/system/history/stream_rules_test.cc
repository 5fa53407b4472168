#include "tests/system/history/stream_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/system/history/checker.h"
#include "tests/system/history/sample.h"

// Each stream rule finds what breaks it. The sample's stream has two sessions: two entries and a bookmark, then the
// rest and a bookmark.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

using Deliveries = std::vector<Delivery>;

// The violations after the watch's first or second session has been changed in this way.
std::vector<Violation> AfterChanging(int session, const std::function<void(Deliveries&)>& change) {
  History history = Sample();
  change(history.watches[0].sessions.at(session).deliveries);
  return Check(history);
}

auto Finds(const char* rule) { return Contains(Field(&Violation::rule, rule)); }

TEST(StreamIsOrdered, FindsTwoSwappedEntries) {
  EXPECT_THAT(AfterChanging(1, [](Deliveries& d) { std::swap(d[0], d[1]); }), Finds("StreamIsOrdered"));
}

TEST(StreamIsUnique, FindsADuplicateEntry) {
  EXPECT_THAT(AfterChanging(1, [](Deliveries& d) { d.insert(d.begin(), d[0]); }), Finds("StreamIsUnique"));
}

TEST(StreamIsUnique, FindsAnOffsetReusedAfterACrash) {
  History history = Sample();
  auto& sessions = history.watches[0].sessions;
  sessions[1].from = {{kAccount, 1}};
  auto reused = sessions[0].deliveries[1];
  reused.payload = "another";
  sessions[1].deliveries.insert(sessions[1].deliveries.begin(), reused);
  EXPECT_THAT(Check(history), Finds("StreamIsUnique"));
}

TEST(StreamIsReliable, FindsAMissingEntryInTheMiddle) {
  EXPECT_THAT(AfterChanging(1, [](Deliveries& d) { d.erase(d.begin() + 1); }), Finds("StreamIsReliable"));
}

TEST(StreamIsReliable, FindsAMissingEnd) {
  EXPECT_THAT(AfterChanging(1, [](Deliveries& d) { d.erase(d.end() - 2, d.end()); }), Finds("StreamIsReliable"));
}

TEST(StreamIsReliable, FindsAnEntryThatIsNotInTheLog) {
  EXPECT_THAT(AfterChanging(0, [](Deliveries& d) { d[0].payload = "taken back"; }), Finds("StreamIsReliable"));
}

TEST(StreamIsResumable, FindsAResumedSessionThatSkips) {
  EXPECT_THAT(AfterChanging(1, [](Deliveries& d) { d.erase(d.begin()); }), Finds("StreamIsResumable"));
}

TEST(StreamIsResumable, FindsAResumedSessionThatGoesBack) {
  History history = Sample();
  history.watches[0].sessions[1].from = {{kAccount, 4}};
  EXPECT_THAT(Check(history), Finds("StreamIsResumable"));
}

TEST(StreamIsBookmarkable, FindsABookmarkAheadOfTheDeliveries) {
  EXPECT_THAT(AfterChanging(0, [](Deliveries& d) { d[2].cursors[kAccount] = 3; }), Finds("StreamIsBookmarkable"));
}

TEST(StreamIsBookmarkable, FindsABookmarkBehindTheDeliveries) {
  EXPECT_THAT(AfterChanging(0, [](Deliveries& d) { d[2].cursors[kAccount] = 1; }), Finds("StreamIsBookmarkable"));
}

TEST(StreamIsPrivate, FindsAnotherUsersEntry) {
  History history = Sample();
  auto& deliveries = history.subscriptions[0].sessions[1].deliveries;
  const LogEntry& foreign = history.notices.back();
  ASSERT_EQ(foreign.topic, kOther);
  deliveries.insert(deliveries.end() - 1, {foreign.create_time, {{kAccount, foreign.offset}}, foreign.payload});
  EXPECT_THAT(Check(history), Finds("StreamIsPrivate"));
}

TEST(StreamIsTimely, MeasuresFromCommitToArrivalInQuietTimesAfterTheStart) {
  const History history = Sample();
  const std::vector<Disturbance> most{{.name = "kill", .begin = At(1.5), .end = At(100)}};
  EXPECT_THAT(Delays({history.watches[0]}, LogOf(history.events), most), ElementsAre(5ms));
}

TEST(StreamIsTimely, FindsDelaysBeyondTheBound) {
  Findings findings("StreamIsTimely");
  AreTimely({5ms, 6ms, 7ms}, 10ms, findings);
  EXPECT_THAT(findings.violations(), IsEmpty());
  AreTimely({5ms, 600ms, 7ms}, 10ms, findings);
  EXPECT_THAT(findings.violations(), Finds("StreamIsTimely"));
}

}  // namespace
}  // namespace voronka::testing

#include "event_consumer/consumer.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "foundation/storage/errors.h"
#include "tests/event_consumer/followers.h"

namespace voronka::events {
namespace {

using namespace std::chrono_literals;
using crm::v1::Event;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::Eventually;

TEST_F(Consumers, HandleEachEventOnce) {
  Append(20);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(20);
  Append(5);
  ExpectEachOnce(25);
}

TEST_F(Consumers, HandleEachEventOnceWhenRacing) {
  Follower one(schema_.database, crm_.endpoints());
  Follower two(schema_.database, crm_.endpoints());
  Append(300);
  ExpectEachOnce(300);
}

TEST_F(Consumers, ContinueWhereAnotherStopped) {
  Append(10);
  {
    Follower before(schema_.database, crm_.endpoints());
    ExpectEachOnce(10);
  }
  Append(10);
  Follower after(schema_.database, crm_.endpoints());
  ExpectEachOnce(20);
  EXPECT_EQ(crm_.requests().back().cursors(FakeEventService::kPartition).offset(), 10);
}

TEST_F(Consumers, TellHowFarTheyHaveCome) {
  Event event;
  *event.mutable_create_time() = google::protobuf::util::TimeUtil::SecondsToTimestamp(1'700'000'000);
  for (int i = 0; i < 5; ++i) crm_.Append(event);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(5);
  EXPECT_TRUE(Eventually([&] { return follower.Metrics().find("voronka_events_seen 5\n") != std::string::npos; }));
  // The stream is silent, so there is nothing left: it has come further than the last event.
  EXPECT_TRUE(Eventually([&] {
    const auto page = follower.Metrics();
    const std::string name = "\nvoronka_events_followed_time_seconds ";
    return std::stod(page.substr(page.find(name) + name.size())) > 1'700'000'000;
  }));
}

// Nobody has ever answered, so silence says nothing.
TEST_F(Consumers, DoNotClaimToHaveCaughtUpWhileNobodyAnswers) {
  Follower follower(schema_.database, {.addresses = {{"crm", "127.0.0.1:1"}}, .tls = {}});
  std::this_thread::sleep_for(1s);
  EXPECT_THAT(follower.Metrics(), ::testing::HasSubstr("voronka_events_followed_time_seconds 0\n"));
}

TEST_F(Consumers, ReconnectWhenAStreamEnds) {
  crm_.BreakAfter(2);
  Append(20);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(20);
  EXPECT_GE(crm_.requests().size(), 4U);
}

TEST_F(Consumers, HandleADuplicateEventOnce) {
  crm_.BreakAfter(1);
  crm_.Repeat(2);
  Append(6);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(6);
}

TEST_F(Consumers, IgnoreAnEmptyBatch) {
  crm_.SendNothingFirst();
  Append(1);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(1);
}

TEST_F(Consumers, HandleAllWaitingEventsInOneTransaction) {
  const auto commits = [&] { return schema_.db.Query("SHOW GLOBAL STATUS LIKE 'Com_commit'").at(0).Int(1); };
  Append(300);
  const int64_t before = commits();
  Follower follower(schema_.database, crm_.endpoints(), [](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    if (event.offset() == 1) std::this_thread::sleep_for(300ms);
  });
  ExpectEachOnce(300);
  EXPECT_LT(commits() - before, 30) << "a hundred messages came";
}

TEST_F(Consumers, PassEventsThatDoNotConcernThemWithoutATransaction) {
  const auto commits = [&] { return schema_.db.Query("SHOW GLOBAL STATUS LIKE 'Com_commit'").at(0).Int(1); };
  Append(1);
  Follower follower(schema_.database, crm_.endpoints(), WriteNote,
                    [](const Event& event) { return event.offset() == 1; });
  ExpectEachOnce(1);
  const int64_t before = commits();
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < 50; ++i) {
    Append(1);
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_TRUE(Eventually([&] { return Cursor() == 51; })) << "within about a second: " << Cursor();
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::chrono::steady_clock::now() - began).count();
  EXPECT_LE(commits() - before, 10 + seconds) << "one a second for the cursor, and those of other clients";
  EXPECT_THAT(Effects(1), Each(1));
}

TEST_F(Consumers, MoveTheCursorPastOthersWithTheNextEffect) {
  Follower follower(schema_.database, crm_.endpoints(), WriteNote,
                    [](const Event& event) { return event.offset() % 10 == 0; });
  Append(30);
  EXPECT_TRUE(Eventually([&] { return Cursor() == 30; })) << Cursor();
  EXPECT_EQ(schema_.db.Query("SELECT COUNT(*) FROM notes").at(0).Int(0), 3);
}

TEST_F(Consumers, HandleEachEffectOnceWhenRacingPastOthers) {
  const auto concerns = [](const Event& event) { return event.offset() % 3 == 0; };
  Follower one(schema_.database, crm_.endpoints(), WriteNote, concerns);
  Follower two(schema_.database, crm_.endpoints(), WriteNote, concerns);
  Append(300);
  EXPECT_TRUE(Eventually([&] { return Cursor() == 300; })) << Cursor();
  const auto effects = Effects(300);
  for (int64_t offset = 1; offset <= 300; ++offset) EXPECT_EQ(effects[offset - 1], offset % 3 == 0) << offset;
}

// The event is handled, which shows what is wrong and holds the account alone.
TEST_F(Consumers, HandleAnEventThatCannotBeJudged) {
  Follower follower(schema_.database, crm_.endpoints(), WriteNote, [](const Event& event) -> bool {
    if (event.offset() == 2) throw std::runtime_error("unreadable");
    return false;
  });
  Append(3);
  EXPECT_TRUE(Eventually([&] { return Cursor() == 3; })) << Cursor();
  EXPECT_THAT(Effects(3), ElementsAre(0, 1, 0));
}

TEST_F(Consumers, StopWithTheCursorPastWhatTheyHaveSeen) {
  std::atomic<int64_t> seen = 0;
  Append(10);
  Follower follower(schema_.database, crm_.endpoints(), WriteNote, [&](const Event& event) {
    seen = event.offset();
    return false;
  });
  EXPECT_TRUE(Eventually([&] { return seen == 10; }));
  follower.Stop();
  EXPECT_EQ(Cursor(), 10);
}

TEST_F(Consumers, CommitBeforeOthersWaitLongForARow) {
  Append(300);
  storage::Connection other(schema_.database);
  std::atomic<int64_t> visible = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    // While the first is slow, the others arrive; one of them is slow too.
    if (event.offset() == 1 || event.offset() == 20) std::this_thread::sleep_for(400ms);
    if (event.offset() == 40) visible = other.Query("SELECT COUNT(*) FROM notes").at(0).Int(0);
  });
  ExpectEachOnce(300);
  EXPECT_GE(visible, 20) << "what is done waits for what is slow";
}

TEST_F(Consumers, RetryAfterADatabaseFailure) {
  Append(5);
  std::atomic<int> failures = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    if (event.offset() == 5 && ++failures < 3) throw storage::Unavailable(0, "no luck");
  });
  ExpectEachOnce(5);
  EXPECT_EQ(failures, 3);
}

TEST_F(Consumers, RetryAFailedEvent) {
  Append(5);
  std::atomic<int> failures = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    if (event.offset() == 3 && ++failures < 4) throw std::runtime_error("no luck");
  });
  EXPECT_TRUE(Eventually([&] { return Effects(5) == std::vector<int64_t>(5, 1); }));
  EXPECT_EQ(failures, 4);
}

// As if the database had been killed after another replica's commit, before that was durable.
TEST_F(Consumers, HandleEventsAgainAfterACrashLosesTheCommit) {
  Append(10);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(10);
  schema_.db.Execute("UPDATE event_cursors SET offset_id = 4");
  schema_.db.Execute("DELETE FROM notes WHERE CAST(text AS SIGNED) > 4");
  Append(5);
  ExpectEachOnce(15);
}

TEST_F(Consumers, ActForTheAccountAndRequestOfTheEvent) {
  Event event;
  event.set_request_id("a");
  event.set_cause("voronka.crm.v1.DealService.MoveDeal");
  crm_.Append(event);
  std::atomic<bool> right = false;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event&) {
    right = session.account_id() == 1 && session.caller.IsService() && session.origin.request_id == "a" &&
            session.origin.cause == "voronka.crm.v1.DealService.MoveDeal";
  });
  EXPECT_TRUE(Eventually([&] { return right.load(); }));
}

TEST_F(Consumers, RememberTheNameOfTheLog) {
  Append(1);
  {
    Follower before(schema_.database, crm_.endpoints());
    ExpectEachOnce(1);
  }
  EXPECT_EQ(crm_.requests().at(0).history(), "");
  Follower after(schema_.database, crm_.endpoints());
  EXPECT_TRUE(Eventually([&] { return crm_.requests().size() == 2; }));
  EXPECT_EQ(crm_.requests().at(1).history(), "a1");
}

TEST_F(Consumers, ResyncAndContinueFromTheHeads) {
  Append(8);
  crm_.ResyncTo(6);
  Follower follower(schema_.database, crm_.endpoints());
  EXPECT_TRUE(Eventually([&] { return Cursor() == 8; }));
  EXPECT_EQ(follower.resyncs, 1);
  EXPECT_THAT(Effects(8), ElementsAre(0, 0, 0, 0, 0, 0, 1, 1));
  EXPECT_EQ(crm_.requests().back().history(), "a1");
}

TEST_F(Consumers, ForgetWhatTheySawOfALogThatBeginsAgain) {
  Append(9);
  crm_.BreakAfter(3);
  crm_.EndWithResyncTo(4);
  Follower follower(schema_.database, crm_.endpoints(), WriteNote, [](const Event&) { return false; });
  ASSERT_TRUE(Eventually([&] { return crm_.requests().size() >= 2; }));
  EXPECT_EQ(follower.resyncs, 1);
  EXPECT_EQ(crm_.requests().at(1).cursors(FakeEventService::kPartition).offset(), 4);
}

TEST_F(Consumers, StopSoonWhileNoEventsCome) {
  Follower follower(schema_.database, crm_.endpoints());
  EXPECT_TRUE(Eventually([&] { return !crm_.requests().empty(); }));
  const auto begin = std::chrono::steady_clock::now();
  follower.Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

TEST_F(Consumers, StopSoonWhileNobodyAnswers) {
  client::Endpoints nowhere;
  for (auto& [service, address] : nowhere.addresses) address = "127.0.0.1:1";
  Follower follower(schema_.database, nowhere);
  const auto begin = std::chrono::steady_clock::now();
  follower.Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

}  // namespace
}  // namespace voronka::events

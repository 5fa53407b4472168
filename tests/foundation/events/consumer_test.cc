#include "foundation/events/consumer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/process/random.h"
#include "tests/foundation/events/event_schema.h"
#include "tests/foundation/events/fake_event_service.h"
#include "tests/support/eventually.h"

namespace voronka::events {
namespace {

using namespace std::chrono_literals;
using crm::v1::Event;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::Eventually;

// Effects are notes, one for each time that an event was handled.
void WriteNote(rpc::Session& session, const Event& event) {
  session.db.Execute("INSERT INTO notes (account_id, id, text) VALUES (?, ?, ?)", session.account_id(),
                     session.NextId("note"), std::to_string(event.offset()));
}

// A replica that follows the log into the schema.
class Follower {
 public:
  Follower(const config::v1::Database& database, const client::Endpoints& crm, Consumer::Handle handle = WriteNote)
      : ids_(database),
        channels_(crm, client::Connections::kOwn),
        consumer_(database, surroundings_, client_, log_, std::move(handle), [this](auto&) { ++resyncs; }) {
    consumer_.Start();
  }

  void Stop() { consumer_.Stop(); }

  std::atomic<int> resyncs = 0;

 private:
  const process::SystemClock clock_;
  process::SystemRandom random_;
  process::Log log_{config::v1::Log()};
  storage::Ids ids_;
  const rpc::Surroundings surroundings_{clock_, random_, ids_, nullptr};
  const client::Channels channels_;
  client::Client client_{channels_};
  Consumer consumer_;
};

class Consumers : public ::testing::Test {
 protected:
  void Append(int events) {
    for (int i = 0; i < events; ++i) crm_.Append();
  }
  int64_t Cursor() {
    const auto rows =
        schema_.db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ?", FakeEventService::kPartition);
    return rows.empty() ? 0 : rows[0].Int(0);
  }
  // How often each event from 1 to `last` had its effect.
  std::vector<int64_t> Effects(int64_t last) {
    std::vector<int64_t> effects(last);
    for (const auto& row : schema_.db.Query("SELECT text, COUNT(*) FROM notes GROUP BY text")) {
      effects.at(std::stoll(row.Text(0)) - 1) = row.Int(1);
    }
    return effects;
  }
  void ExpectEachOnce(int64_t last) {
    EXPECT_TRUE(Eventually([&] { return Cursor() == last; })) << Cursor();
    EXPECT_THAT(Effects(last), Each(1));
  }

  EventSchema schema_;
  FakeEventService crm_;
};

TEST_F(Consumers, HandleEachEventOnce) {
  Append(20);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(20);
  Append(5);
  ExpectEachOnce(25);
}

TEST_F(Consumers, ThatRaceHandleEachEventOnce) {
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

TEST_F(Consumers, ReconnectWhenAStreamEnds) {
  crm_.BreakAfter(2);
  Append(20);
  Follower follower(schema_.database, crm_.endpoints());
  ExpectEachOnce(20);
  EXPECT_GE(crm_.requests().size(), 4U);
}

TEST_F(Consumers, HandleOnceWhatIsDeliveredTwice) {
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

TEST_F(Consumers, TakeInOneTransactionWhatHasArrivedMeanwhile) {
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

TEST_F(Consumers, CommitBeforeOthersHaveWaitedLongForARow) {
  Append(300);
  storage::Connection other(schema_.database);
  std::atomic<int64_t> visible = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    // While the first is slow, the others arrive; another one among those is slow.
    if (event.offset() == 1 || event.offset() == 20) std::this_thread::sleep_for(400ms);
    if (event.offset() == 40) visible = other.Query("SELECT COUNT(*) FROM notes").at(0).Int(0);
  });
  ExpectEachOnce(300);
  EXPECT_GE(visible, 20) << "what is done waits for what is slow";
}

TEST_F(Consumers, TryAgainWhereTheHandlerFailed) {
  Append(5);
  std::atomic<int> failures = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    if (event.offset() == 5 && ++failures < 3) throw std::runtime_error("no luck");
  });
  ExpectEachOnce(5);
  EXPECT_EQ(failures, 3);
}

TEST_F(Consumers, DoNotMoveTheCursorPastWhatFailed) {
  Append(5);
  std::atomic<int> failures = 0;
  Follower follower(schema_.database, crm_.endpoints(), [&](rpc::Session& session, const Event& event) {
    WriteNote(session, event);
    if (event.offset() != 5) return;
    ++failures;
    throw std::runtime_error("no luck");
  });
  EXPECT_TRUE(Eventually([&] { return failures > 1; }));
  EXPECT_EQ(Cursor(), 3);
  EXPECT_THAT(Effects(5), ElementsAre(1, 1, 1, 0, 0));
}

TEST_F(Consumers, ActForTheEventsAccountAndRequest) {
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

TEST_F(Consumers, ListAnewAndGoOnFromTheHeads) {
  Append(8);
  crm_.ResyncTo(6);
  Follower follower(schema_.database, crm_.endpoints());
  EXPECT_TRUE(Eventually([&] { return Cursor() == 8; }));
  EXPECT_EQ(follower.resyncs, 1);
  EXPECT_THAT(Effects(8), ElementsAre(0, 0, 0, 0, 0, 0, 1, 1));
  EXPECT_EQ(crm_.requests().back().history(), "a1");
}

TEST_F(Consumers, StopSoonWhileNothingComes) {
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

#include "foundation/timers/timers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "foundation/process/manual_clock.h"
#include "foundation/timers/timer_table.h"
#include "tests/foundation/timers/replicas.h"

namespace voronka::timers {
namespace {

using namespace std::chrono_literals;
using rpc::Session;
using ::testing::Each;
using testing::Eventually;

// With a clock that stands still.
class VirtualTimers : public TimersTest {
 protected:
  VirtualTimers() {
    replica_.timers.OnDue("call", Note);
    replica_.timers.Start();
  }

  process::ManualClock clock_{1'800'000'000'000'000};
  Replica replica_{database_, clock_};
};

TEST_F(RealTimers, FireOnTime) {
  std::mutex mutex;
  std::vector<int64_t> lateness;
  replica_.timers.OnDue("watch", [&](Session&, const Timer& timer) {
    std::lock_guard lock(mutex);
    lateness.push_back(clock_.NowMicros() - timer.due);
  });
  replica_.timers.Start();
  for (int i = 0; i < 20; ++i) replica_.Arm({{kAccount, "watch", i}, In(100ms + i * 20ms), 0, ""});
  ASSERT_TRUE(Eventually([&] {
    std::lock_guard lock(mutex);
    return lateness.size() == 20;
  }));
  replica_.timers.Stop();
  EXPECT_THAT(lateness, Each(::testing::Ge(0)));
  EXPECT_LT(*std::min_element(lateness.begin(), lateness.end()), Micros(50ms));
}

TEST_F(RealTimers, FireALongOverdueTimerAtOnce) {
  replica_.timers.Start();
  replica_.Arm(Call(1, 1));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
}

TEST_F(RealTimers, FireOnceWithSeveralReplicas) {
  constexpr int kTimers = 500;
  other_.timers.OnDue("call", Note);
  replica_.timers.Start();
  other_.timers.Start();
  for (int i = 0; i < kTimers; ++i) (i % 2 == 0 ? replica_ : other_).Arm(Call(i, In(std::chrono::milliseconds(i * 2))));
  EXPECT_TRUE(Eventually([&] { return Notes().size() == kTimers; })) << Notes().size();
  replica_.timers.Stop();
  other_.timers.Stop();
  EXPECT_THAT(Notes(), Each(::testing::Pair(::testing::_, 1)));
}

TEST_F(RealTimers, FindTimersArmedByAnotherProcess) {
  replica_.timers.Start();
  other_.Arm(Call(1, In(10ms)));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
}

TEST_F(RealTimers, FireTimersArmedBeforeTheyStarted) {
  replica_.Arm(Call(1, In(0ms)));
  other_.timers.OnDue("call", Note);
  other_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
}

TEST_F(RealTimers, DoNotFireBeforeTheTransactionCommits) {
  replica_.timers.Start();
  EXPECT_THROW(replica_.InTransaction([&](Session& session) {
    replica_.timers.Arm(session, Call(1, In(0ms)));
    throw std::runtime_error("undone");
  }),
               std::runtime_error);
  replica_.Arm(Call(2, In(50ms)));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("2"); }));
  EXPECT_FALSE(Notes().contains("1"));
}

TEST_F(RealTimers, FireARearmedTimerAtItsNewTime) {
  replica_.timers.Start();
  replica_.Arm(Call(1, In(30s), " old"));
  replica_.InTransaction([&](Session& session) { TimerTable(session.db).Cancel({kAccount, "call", 1}); });
  replica_.Arm(Call(1, In(100ms), " new"));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1 new"); }, 5s));
  EXPECT_FALSE(Notes().contains("1 old"));
}

TEST_F(RealTimers, FireAMovedTimerOnceAtItsNewTime) {
  replica_.timers.Start();
  replica_.Arm(Call(1, In(200ms), " early"));
  replica_.Arm(Call(1, In(400ms), " late"));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1 late"); }));
  EXPECT_FALSE(Notes().contains("1 early"));
}

TEST_F(RealTimers, RetryAFailedTimer) {
  replica_.timers.OnDue("risk", [&](Session& session, const Timer& timer) {
    Note(session, timer);
    if (++runs_ < 3) throw std::runtime_error("no luck");
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "risk", 1}, In(0ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
  EXPECT_EQ(runs_, 3);
  EXPECT_EQ(Notes()["1"], 1);
}

TEST_F(RealTimers, TellHowLateTheyAreAndHowOftenTheirWorkFails) {
  const auto shows = [&](const std::string& line) {
    return replica_.metrics.Page().find("voronka_" + line + "\n") != std::string::npos;
  };
  std::atomic<bool> works = false;
  replica_.timers.OnDue("risk", [&](Session&, const Timer&) {
    if (!works) throw std::runtime_error("no luck");
  });
  EXPECT_TRUE(shows("timer_failures_total{kind=\"risk\"} 0"));
  replica_.timers.Start();
  EXPECT_TRUE(shows("timers_late_seconds 0"));
  replica_.Arm({{kAccount, "risk", 1}, In(-60s), 0, ""});
  EXPECT_TRUE(Eventually([&] { return !shows("timers_late_seconds 0"); }));
  EXPECT_TRUE(Eventually([&] { return !shows("timer_failures_total{kind=\"risk\"} 0"); }));
  EXPECT_TRUE(shows("timer_delay_seconds_count{kind=\"risk\"} 0"));
  works = true;
  EXPECT_TRUE(Eventually([&] { return shows("timer_delay_seconds_count{kind=\"risk\"} 1"); }));
  EXPECT_TRUE(shows("timer_delay_seconds_bucket{kind=\"risk\",le=\"30\"} 0"));
  EXPECT_TRUE(Eventually([&] { return shows("timers_late_seconds 0"); }));
}

TEST_F(RealTimers, ContinueDespiteATimerOfAnUnknownKind) {
  replica_.timers.Start();
  replica_.Arm({{kAccount, "nobody", 1}, In(0ms), 0, ""});
  replica_.Arm(Call(2, In(0ms)));
  EXPECT_TRUE(Eventually([&] { return Notes().contains("2"); }));
}

TEST_F(RealTimers, MayRearmThemselvesWhenTheyFire) {
  replica_.timers.OnDue("round", [&](Session& session, const Timer& timer) {
    if (++runs_ < 5) replica_.timers.Arm(session, {timer.key, timer.due + Micros(1ms), 0, ""});
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "round", 1}, In(0ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return runs_ == 5; }, 4s)) << runs_;
}

TEST_F(RealTimers, AreNotHandedOutAgainIfTheyTakeLong) {
  std::promise<void> hold;
  const auto held = hold.get_future().share();
  replica_.timers.OnDue("stuck", [this, held](Session&, const Timer&) {
    ++runs_;
    held.wait();
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "stuck", 1}, In(0ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return runs_ == 1; }));
  PassSweeps(3);
  EXPECT_EQ(runs_, 1);
  EXPECT_EQ(replica_.workers.Waiting(), 0U);
  hold.set_value();
}

TEST_F(RealTimers, AreDoneWhenStopReturns) {
  std::atomic<bool> begun = false;
  std::atomic<bool> done = false;
  replica_.timers.OnDue("slow", [&](Session&, const Timer&) {
    begun = true;
    std::this_thread::sleep_for(200ms);
    done = true;
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "slow", 1}, In(0ms), 0, ""});
  ASSERT_TRUE(Eventually([&] { return begun.load(); }));
  replica_.timers.Stop();
  EXPECT_TRUE(done);
}

TEST_F(RealTimers, FireNothingAfterStop) {
  replica_.timers.Start();
  replica_.Arm(Call(1, In(100ms)));
  replica_.timers.Stop();
  replica_.timers.Stop();
  const auto notes = Notes();
  other_.timers.OnDue("call", Note);
  other_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
  EXPECT_TRUE(notes.empty() || notes.at("1") == 1);
}

TEST_F(VirtualTimers, FireADistantTimerWhenItsTimeComes) {
  replica_.Arm(Call(1, clock_.NowMicros() + Micros(10min)));
  replica_.Arm(Call(2, clock_.NowMicros()));
  ASSERT_TRUE(Eventually([&] { return Notes().contains("2"); }));
  EXPECT_FALSE(Notes().contains("1"));
  clock_.Advance(Micros(10min) - 1);
  replica_.Arm(Call(3, clock_.NowMicros()));
  ASSERT_TRUE(Eventually([&] { return Notes().contains("3"); }));
  EXPECT_FALSE(Notes().contains("1"));
  clock_.Advance(1);
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
}

TEST_F(VirtualTimers, FireOnTimeThoughTheClockWasSetBackSinceTheyWereArmed) {
  replica_.Arm(Call(1, clock_.NowMicros() + Micros(50s)));
  clock_.Advance(-Micros(1h));
  const int64_t due = clock_.NowMicros() + Micros(10s);
  replica_.InTransaction([&](Session& session) {
    TimerTable(session.db).Cancel(Call(1, due).key);
    replica_.timers.Arm(session, Call(1, due));
  });
  clock_.Set(due);
  EXPECT_TRUE(Eventually([&] { return Notes().contains("1"); }));
}

TEST_F(VirtualTimers, DoNotFireAgainForTheSameMoment) {
  const int64_t due = clock_.NowMicros();
  replica_.Arm(Call(1, due, " first"));
  ASSERT_TRUE(Eventually([&] { return Notes().contains("1 first"); }));
  replica_.Arm(Call(1, due, " again"));
  replica_.Arm(Call(2, due));
  ASSERT_TRUE(Eventually([&] { return Notes().contains("2"); }));
  EXPECT_FALSE(Notes().contains("1 again"));
}

}  // namespace
}  // namespace voronka::timers

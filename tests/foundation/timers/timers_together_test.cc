#include <gtest/gtest.h>

#include <span>
#include <stdexcept>

#include "foundation/timers/timer_table.h"
#include "foundation/timers/timers.h"
#include "tests/foundation/timers/replicas.h"

namespace voronka::timers {
namespace {

using rpc::Session;
using testing::Eventually;

// Handles the timers of "call" together.
class TimersTogether : public TimersTest {
 protected:
  static constexpr int kTimers = 300;

  TimersTogether() {
    for (auto* replica : {&replica_, &other_}) replica->timers.OnDueTogether("call", NoteAll());
    // All are due by the time that they are looked at.
    replica_.InTransaction([&](Session& session) {
      for (int i = 0; i < kTimers; ++i) replica_.timers.Arm(session, Call(i, 1));
    });
  }

  Timers::FireTogether NoteAll() {
    return [this](Session& session, std::span<const Timer> timers) {
      ++runs_;
      for (const auto& timer : timers) {
        if (timer.key.subject == poison_) throw std::runtime_error("poison");
        Note(session, timer);
      }
    };
  }

  const process::SystemClock clock_;
  std::atomic<int64_t> poison_ = -1;
  Replica replica_{database_, clock_};
  Replica other_{database_, clock_};
};

TEST_F(TimersTogether, ShareTransactions) {
  replica_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().size() == kTimers; }));
  EXPECT_LT(runs_, kTimers / 10);
}

TEST_F(TimersTogether, FireOnceWithTwoReplicas) {
  replica_.timers.Start();
  other_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().size() == kTimers; }));
  replica_.timers.Stop();
  other_.timers.Stop();
  for (const auto& [text, count] : Notes()) EXPECT_EQ(count, 1) << text;
}

TEST_F(TimersTogether, FireWithoutTheOneThatFails) {
  poison_ = 7;
  replica_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().size() == kTimers - 1; }));
  EXPECT_FALSE(Notes().contains("7"));
  poison_ = -1;
  EXPECT_TRUE(Eventually([&] { return Notes().contains("7"); }));
}

TEST_F(TimersTogether, FireWithoutTheOneThatWasCancelled) {
  other_.InTransaction([](Session& session) { TimerTable(session.db).Cancel({kAccount, "call", 7}); });
  replica_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return Notes().size() == kTimers - 1; }));
}

}  // namespace
}  // namespace voronka::timers

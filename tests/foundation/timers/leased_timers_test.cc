#include <gtest/gtest.h>

#include "foundation/timers/timer_table.h"
#include "foundation/timers/timers.h"
#include "tests/foundation/timers/replicas.h"

namespace voronka::timers {
namespace {

using namespace std::chrono_literals;
using rpc::Session;
using testing::Eventually;

// Timers that run under a lease, outside a transaction, until they are cancelled.
class LeasedTimers : public RealTimers {};

TEST_F(LeasedTimers, RunAgainAfterEachLeaseUntilCancelled) {
  replica_.timers.OnDue("ask", 300ms, [&](storage::Connection& db, const Timer& timer) {
    if (++runs_ == 3) TimerTable(db).Cancel(timer.key);
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "ask", 1}, In(0ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return db_.Query("SELECT COUNT(*) FROM timers")[0].Int(0) == 0; }));
  EXPECT_EQ(runs_, 3);
}

TEST_F(LeasedTimers, RunAgainSoonAfterAnExceptionEvenWithALongLease) {
  replica_.timers.OnDue("ask", 1h, [&](storage::Connection& db, const Timer& timer) {
    if (++runs_ == 1) throw std::runtime_error("no luck");
    TimerTable(db).Cancel(timer.key);
  });
  replica_.timers.Start();
  replica_.Arm({{kAccount, "ask", 1}, In(0ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return runs_ == 2; }));
}

TEST_F(LeasedTimers, RunOnOneReplicaDuringALease) {
  other_.timers.OnDue("call", Note);
  for (Replica* replica : {&replica_, &other_}) {
    replica->timers.OnDue("ask", 1min, [&](storage::Connection&, const Timer&) { ++runs_; });
    replica->timers.Start();
  }
  for (int i = 0; i < 100; ++i) replica_.Arm({{kAccount, "ask", i}, In(10ms), 0, ""});
  EXPECT_TRUE(Eventually([&] { return runs_ == 100; }));
  PassSweeps(2);
  EXPECT_EQ(runs_, 100);
}

TEST_F(LeasedTimers, RunAtOnceOnTheReplicaThatArmsThemLeased) {
  for (Replica* replica : {&replica_, &other_}) {
    replica->timers.OnDue("ask", 1min, [&, armed = replica == &replica_](storage::Connection& db, const Timer& timer) {
      EXPECT_TRUE(armed);
      TimerTable(db).Cancel(timer.key);
      ++runs_;
    });
    replica->timers.Start();
  }
  for (int i = 0; i < 100; ++i) replica_.ArmLeased({kAccount, "ask", i});
  EXPECT_TRUE(Eventually([&] { return runs_ == 100; }));
}

TEST_F(LeasedTimers, RunElsewhereIfTheReplicaWithTheLeaseIsGone) {
  other_.timers.OnDue("ask", 300ms, [](storage::Connection&, const Timer&) { FAIL() << "it has been stopped"; });
  other_.timers.Stop();
  other_.ArmLeased({kAccount, "ask", 1});
  replica_.timers.OnDue("ask", 1min, [&](storage::Connection&, const Timer&) { ++runs_; });
  replica_.timers.Start();
  EXPECT_TRUE(Eventually([&] { return runs_ == 1; }));
}

TEST_F(LeasedTimers, DoNotRunIfTheArmingTransactionIsRolledBack) {
  replica_.timers.OnDue("ask", 1min, [&](storage::Connection&, const Timer&) { ++runs_; });
  replica_.timers.Start();
  EXPECT_THROW(replica_.InTransaction([&](Session& session) {
    replica_.timers.ArmLeased(session, {kAccount, "ask", 1});
    throw std::runtime_error("no luck");
  }),
               std::runtime_error);
  PassSweeps(1);
  EXPECT_EQ(runs_, 0);
}

}  // namespace
}  // namespace voronka::timers

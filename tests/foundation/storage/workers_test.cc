#include "foundation/storage/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <stdexcept>
#include <thread>

#include "tests/support/database.h"

namespace voronka::storage {
namespace {

Line GateOfEight(int64_t gate) { return {.gate = gate, .owner = 0, .gate_width = 8}; }

class WorkerThreads : public ::testing::Test {
 protected:
  static void Unexpected() { ADD_FAILURE() << "refused"; }

  config::v1::Database database_ = voronka::testing::FreshSchema();
};

TEST_F(WorkerThreads, RunJobsOnAConnection) {
  std::atomic<int64_t> sum = 0;
  Workers workers(database_, 4, 100);
  for (int i = 1; i <= 20; ++i) {
    workers.Submit(
        GateOfEight(i % 3), [&sum, i](Connection& db) { sum += db.Query("SELECT ?", i).at(0).Int(0); }, Unexpected);
  }
  workers.Stop();
  EXPECT_EQ(sum, 210);
}

TEST_F(WorkerThreads, RunAtMostEightJobsOfAGateAtOnce) {
  std::latch eight_run(8);
  std::latch other_gate_ran(1);
  std::latch release(1);
  std::atomic<bool> ninth_ran = false;
  Workers workers(database_, 16, 100);
  for (int i = 0; i < 8; ++i) {
    workers.SubmitAlways(GateOfEight(5), [&](Connection&) {
      eight_run.count_down();
      release.wait();
    });
  }
  workers.SubmitAlways(GateOfEight(5), [&](Connection&) { ninth_ran = true; });
  eight_run.wait();
  workers.SubmitAlways(GateOfEight(6), [&](Connection&) { other_gate_ran.count_down(); });
  other_gate_ran.wait();
  EXPECT_FALSE(ninth_ran);
  EXPECT_EQ(workers.Waiting(), 1U);
  release.count_down();
  workers.Stop();
  EXPECT_TRUE(ninth_ran);
}

TEST_F(WorkerThreads, RefuseNewJobsWhenTooManyWait) {
  std::latch started(1);
  std::latch release(1);
  Workers workers(database_, 1, 1);
  workers.SubmitAlways(GateOfEight(0), [&](Connection&) {
    started.count_down();
    release.wait();
  });
  started.wait();
  workers.Submit(
      GateOfEight(1), [](Connection&) {}, Unexpected);
  bool refused = false;
  workers.Submit(
      GateOfEight(2), [](Connection&) {}, [&] { refused = true; });
  EXPECT_TRUE(refused);
  release.count_down();
}

TEST_F(WorkerThreads, RefuseJobsThatHaveWaitedTooLong) {
  std::latch submitted(1);
  std::latch refused(1);
  Workers workers(database_, 1, 10);
  workers.SubmitAlways({}, [&](Connection&) {
    submitted.wait();
    std::this_thread::sleep_for(Patience::kInBurst + std::chrono::milliseconds(1));
  });
  workers.Submit(
      GateOfEight(1), [](Connection&) { ADD_FAILURE() << "ran"; }, [&] { refused.count_down(); });
  submitted.count_down();
  refused.wait();
}

TEST_F(WorkerThreads, KeepOneWorkerFreeWhenAGateIsBusy) {
  std::latch other_gate_ran(1);
  Workers workers(database_, 2, 10);
  for (int i = 0; i < 2; ++i) workers.SubmitAlways(GateOfEight(1), [&](Connection&) { other_gate_ran.wait(); });
  workers.SubmitAlways(GateOfEight(2), [&](Connection&) { other_gate_ran.count_down(); });
  workers.Stop();
}

TEST_F(WorkerThreads, FinishQueuedJobsAndTheJobsTheySubmit) {
  std::atomic<int> ran = 0;
  Workers workers(database_, 2, 100);
  for (int i = 0; i < 10; ++i) {
    workers.SubmitAlways(GateOfEight(1), [&](Connection&) {
      ++ran;
      workers.SubmitAlways(GateOfEight(2), [&](Connection&) { ++ran; });
    });
  }
  workers.Stop();
  EXPECT_EQ(ran, 20);
}

TEST_F(WorkerThreads, RefuseJobsOnceStopped) {
  Workers workers(database_, 1, 100);
  workers.Stop();
  bool refused = false;
  workers.Submit(
      {}, [](Connection&) {}, [&] { refused = true; });
  EXPECT_TRUE(refused);
  EXPECT_THROW(workers.SubmitAlways(GateOfEight(0), [](Connection&) {}), std::logic_error);
}

TEST_F(WorkerThreads, DieIfAJobThrows) {
  EXPECT_DEATH(
      {
        Workers workers(database_, 1, 100);
        workers.SubmitAlways(GateOfEight(0), [](Connection&) { throw std::runtime_error("escaped"); });
        workers.Stop();
      },
      "escaped");
}

}  // namespace
}  // namespace voronka::storage

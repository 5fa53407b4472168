#include "foundation/storage/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

#include "tests/support/database.h"

namespace voronka::storage {
namespace {

class WorkerThreads : public ::testing::Test {
 protected:
  config::v1::Database database_ = voronka::testing::FreshSchema();
};

TEST_F(WorkerThreads, RunJobsOnAConnection) {
  std::atomic<int64_t> sum = 0;
  Workers workers(database_, 4, 100);
  for (int i = 1; i <= 20; ++i) {
    EXPECT_TRUE(workers.Submit(i % 3, [&sum, i](Connection& db) { sum += db.Query("SELECT ?", i).at(0).Int(0); }));
  }
  workers.Stop();
  EXPECT_EQ(sum, 210);
}

TEST_F(WorkerThreads, RunAtMostEightJobsOfAKeyAtOnce) {
  std::latch eight_run(8);
  std::latch other_key_ran(1);
  std::latch release(1);
  std::atomic<bool> ninth_ran = false;
  Workers workers(database_, 10, 100);
  for (int i = 0; i < 8; ++i) {
    workers.SubmitAlways(5, [&](Connection&) {
      eight_run.count_down();
      release.wait();
    });
  }
  workers.SubmitAlways(5, [&](Connection&) { ninth_ran = true; });
  eight_run.wait();
  workers.SubmitAlways(6, [&](Connection&) { other_key_ran.count_down(); });
  other_key_ran.wait();
  EXPECT_FALSE(ninth_ran);
  EXPECT_EQ(workers.Waiting(), 1U);
  release.count_down();
  workers.Stop();
  EXPECT_TRUE(ninth_ran);
}

TEST_F(WorkerThreads, RefuseWhenTooManyWait) {
  std::latch started(1);
  std::latch release(1);
  Workers workers(database_, 1, 1);
  workers.SubmitAlways(0, [&](Connection&) {
    started.count_down();
    release.wait();
  });
  started.wait();
  EXPECT_TRUE(workers.Submit(1, [](Connection&) {}));
  EXPECT_FALSE(workers.Submit(2, [](Connection&) {}));
  release.count_down();
}

TEST_F(WorkerThreads, FinishWhatIsQueuedAndWhatThatSubmits) {
  std::atomic<int> ran = 0;
  Workers workers(database_, 2, 100);
  for (int i = 0; i < 10; ++i) {
    workers.SubmitAlways(1, [&](Connection&) {
      ++ran;
      workers.SubmitAlways(2, [&](Connection&) { ++ran; });
    });
  }
  workers.Stop();
  EXPECT_EQ(ran, 20);
}

TEST_F(WorkerThreads, TakeNothingOnceStopped) {
  Workers workers(database_, 1, 100);
  workers.Stop();
  EXPECT_FALSE(workers.Submit(0, [](Connection&) {}));
  EXPECT_THROW(workers.SubmitAlways(0, [](Connection&) {}), std::logic_error);
}

TEST_F(WorkerThreads, DieOfAJobThatThrows) {
  EXPECT_DEATH(
      {
        Workers workers(database_, 1, 100);
        workers.SubmitAlways(0, [](Connection&) { throw std::runtime_error("escaped"); });
        workers.Stop();
      },
      "escaped");
}

}  // namespace
}  // namespace voronka::storage

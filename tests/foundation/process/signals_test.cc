#include "foundation/process/signals.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace voronka::process {
namespace {

// Each in its own process, because signals belong to the process.

void ExitAfter(int signal) {
  StopSignal stop;
  kill(getpid(), signal);
  stop.Wait();
  std::exit(7);
}

TEST(StopSignalDeathTest, ReturnsOnSigterm) { EXPECT_EXIT(ExitAfter(SIGTERM), testing::ExitedWithCode(7), ""); }

TEST(StopSignalDeathTest, ReturnsOnSigint) { EXPECT_EXIT(ExitAfter(SIGINT), testing::ExitedWithCode(7), ""); }

void ReopenTwiceThenStop() {
  StopSignal stop;
  int reopened = 0;
  kill(getpid(), SIGHUP);
  stop.Wait([&] { kill(getpid(), ++reopened < 2 ? SIGHUP : SIGTERM); });
  std::exit(reopened);
}

TEST(StopSignalDeathTest, CallsBackOnEachHangup) { EXPECT_EXIT(ReopenTwiceThenStop(), testing::ExitedWithCode(2), ""); }

void StopTwice(int second) {
  StopSignal stop;
  kill(getpid(), SIGTERM);
  stop.Wait();
  kill(getpid(), second);
  while (true) pause();
}

TEST(StopSignalDeathTest, EndsTheProcessOnTheSecondSignal) {
  EXPECT_EXIT(StopTwice(SIGTERM), testing::ExitedWithCode(130), "");
  EXPECT_EXIT(StopTwice(SIGINT), testing::ExitedWithCode(130), "");
}

void HangUpWhileStopping() {
  StopSignal stop;
  kill(getpid(), SIGTERM);
  stop.Wait();
  kill(getpid(), SIGHUP);
  std::exit(7);
}

TEST(StopSignalDeathTest, IgnoresAHangupWhileStopping) {
  EXPECT_EXIT(HangUpWhileStopping(), testing::ExitedWithCode(7), "");
}

void StopWithOtherThreadsRunning() {
  StopSignal stop;
  std::jthread other([](const std::stop_token& token) {
    while (!token.stop_requested()) std::this_thread::yield();
  });
  kill(getpid(), SIGTERM);
  stop.Wait();
  other.request_stop();
  other.join();
  std::exit(7);
}

TEST(StopSignalDeathTest, IsNotDeliveredToOtherThreads) {
  EXPECT_EXIT(StopWithOtherThreadsRunning(), testing::ExitedWithCode(7), "");
}

void WriteToNobody() {
  StopSignal stop;
  int ends[2];
  if (pipe(ends) != 0) std::exit(1);
  close(ends[0]);
  std::exit(write(ends[1], "x", 1) == -1 && errno == EPIPE ? 7 : 1);
}

TEST(StopSignalDeathTest, SurvivesABrokenPipe) { EXPECT_EXIT(WriteToNobody(), testing::ExitedWithCode(7), ""); }

}  // namespace
}  // namespace voronka::process

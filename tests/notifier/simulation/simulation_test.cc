#include "tests/notifier/simulation/simulation.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "foundation/process/fault_points.h"
#include "tests/support/database.h"
#include "tests/system/size.h"

namespace voronka::simulation {
namespace {

// A seed in which something went wrong.
struct Failure {
  uint64_t seed;
  std::vector<std::string> found;
  std::vector<std::string> steps;
};

// What is written need not survive a crash of the server, which nobody simulates.
testing::PrivateMariaDb& Server() {
  static testing::PrivateMariaDb server({"--innodb-flush-log-at-trx-commit=0"});
  return server;
}

struct Seeds {
  uint64_t first;
  uint64_t last;
};

// VORONKA_SEED, or as many as are promised.
Seeds SeedsOfThisRun() {
  if (const char* given = std::getenv("VORONKA_SEED")) return {std::stoull(given), std::stoull(given)};
  return {1, static_cast<uint64_t>(testing::Size(10'000, 500))};
}

// The first failure that is found.
std::vector<Failure> Simulate(const Seeds& seeds) {
  constexpr int kThreads = 2;
  std::vector<Failure> failures;
  std::mutex mutex;
  std::atomic<uint64_t> next = seeds.first;
  const auto work = [&] {
    World world(Server().FreshSchema());
    for (uint64_t seed = next++; seed <= seeds.last; seed = next++) {
      Simulation simulation(world, seed);
      auto found = simulation.Run();
      if (found.empty()) continue;
      next = seeds.last + 1;
      const std::lock_guard lock(mutex);
      failures.push_back({seed, std::move(found), simulation.steps()});
    }
  };
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads && seeds.first + i <= seeds.last; ++i) threads.emplace_back(work);
  threads.clear();
  return failures;
}

TEST(Simulation, FindsNothingWrong) {
  for (const auto& failure : Simulate(SeedsOfThisRun())) {
    ADD_FAILURE() << fmt::format("{}\n\n{}\n\nRepeat with VORONKA_SEED={}", fmt::join(failure.steps, "\n"),
                                 fmt::join(failure.found, "\n"), failure.seed);
  }
}

struct Mistake {
  std::string name;
  process::Fault fault;
  // What is said of it, whichever seed shows it first: two threads look.
  std::string complaint;
};

class Simulations : public ::testing::TestWithParam<Mistake> {
 protected:
  Simulations() { process::Make(GetParam().fault); }
  ~Simulations() override { process::Make(std::nullopt); }
};

TEST_P(Simulations, FindTheMistake) {
  const auto failures = Simulate({1, 500});
  ASSERT_FALSE(failures.empty());
  const auto complaints = fmt::format("{}", fmt::join(failures.front().found, "\n"));
  EXPECT_THAT(complaints, ::testing::HasSubstr(GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    , Simulations,
    ::testing::Values(Mistake{"Sweep", process::Fault::kSweep, "was not told"},
                      Mistake{"EarlyTimer", process::Fault::kEarlyTimer, "came early"},
                      Mistake{"DeviceOutlivesSession", process::Fault::kDeviceOutlivesSession, "was removed before"},
                      Mistake{"UnwishedPush", process::Fault::kUnwishedPush, "has no reason"},
                      Mistake{"UnansweredPush", process::Fault::kUnansweredPush, "was not handed over by"},
                      Mistake{"PushInQuietHours", process::Fault::kPushInQuietHours, "is in quiet hours"},
                      Mistake{"ExpiredPush", process::Fault::kExpiredPush, "is too late"},
                      Mistake{"UnsettledPush", process::Fault::kUnsettledPush, "was answered or "}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace voronka::simulation

#include "tests/bench/system/neighbour.h"

#include <chrono>
#include <vector>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/account.h"
#include "tests/system/steady_work.h"
#include "tests/system/wild_head.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kCallsOfTheFlood = 200;
constexpr int kRounds = 5;
constexpr auto kRound = 6s;
constexpr auto kBetweenCalls = 20ms;
constexpr double kGoal = 1.2;

}  // namespace

void MeasureNeighbour(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  testing::Account quiet(system, 0, 5min, testing::Queue::kWithoutQueue);
  testing::Account wild(system, 0, 5min, testing::Queue::kWithoutQueue);
  testing::SteadyWork work(quiet, kBetweenCalls);
  testing::WildHead head(wild, 100);
  std::vector<std::chrono::microseconds> calm_calls;
  std::vector<std::chrono::microseconds> calls_beside;
  size_t flooded = 0;
  for (int round = 0; round < kRounds; ++round) {
    work.Do(kRound, calm_calls);
    const auto flood = head.CallsInFlight(kCallsOfTheFlood);
    work.Do(kRound, calls_beside);
    flooded += flood->End().served.size();
  }
  const auto calm = Millis(calm_calls);
  const auto beside = Millis(calls_beside);
  const double ratio = Percentile(beside, 0.99) / Percentile(calm, 0.99);
  report.Add({.what = fmt::format("an account's calls beside another's flood of {} in flight ({:.0f}/s), against calm",
                                  kCallsOfTheFlood,
                                  static_cast<double>(flooded) / static_cast<double>((kRounds * kRound).count())),
              .ours = fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", Percentile(beside, 0.5), Percentile(beside, 0.99)),
              .floor = fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", Percentile(calm, 0.5), Percentile(calm, 0.99)),
              .ratio = fmt::format("p99 {:.2f}×", ratio),
              .goal = fmt::format("p99 ≤ {}×", kGoal),
              .met = ratio <= kGoal});
}

}  // namespace voronka::bench

#include "tests/bench/system/overload.h"

#include <chrono>
#include <stdexcept>

#include "foundation/storage/patience.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/system/wild_crowd.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using testing::Flood;

constexpr int kAccounts = 8;
// So few that calls wait for them and not for the processors.
constexpr int kWorkers = 2;
constexpr int kToLearnTheRate = 64;
constexpr int kTimesAsMuch = 4;
constexpr auto kRound = 8s;
constexpr int kRounds = 3;
constexpr double kGoal = 1.5;

}  // namespace

void MeasureOverload(Report& report) {
  testing::System system({.database = DatabaseOptions(), .workers = kWorkers});
  testing::WildCrowd crowd(system, kAccounts);
  const double rate =
      static_cast<double>(crowd.Under(kToLearnTheRate, kRound).served.size()) / static_cast<double>(kRound.count());
  const int saturating =
      static_cast<int>(rate * std::chrono::duration<double>(storage::Patience::kInStandingQueue).count());
  Flood::Answers saturated;
  Flood::Answers overloaded;
  for (int round = 0; round < kRounds; ++round) {
    saturated.Add(crowd.Under(saturating, kRound));
    overloaded.Add(crowd.Under(kTimesAsMuch * saturating, kRound));
  }
  if (!overloaded.failures.empty()) throw std::runtime_error("failed under load: " + overloaded.failures.front());
  const double before = Percentile(Millis(saturated.served), 0.99);
  const double after = Percentile(Millis(overloaded.served), 0.99);
  const auto refused = Millis(overloaded.refused);
  report.Add({.what = fmt::format("what is admitted at {} times as much as can be served in time ({:.0f}/s)",
                                  kTimesAsMuch, rate),
              .ours = fmt::format("p99 {:.0f} ms; {} refused, p50 {:.0f} ms, p99 {:.0f} ms", after, refused.size(),
                                  Percentile(refused, 0.5), Percentile(refused, 0.99)),
              .floor = fmt::format("p99 {:.0f} ms", before),
              .ratio = fmt::format("p99 {:.2f}×", after / before),
              .goal = fmt::format("p99 ≤ {}×", kGoal),
              .met = after / before <= kGoal});
}

}  // namespace voronka::bench

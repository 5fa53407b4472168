#include "tests/bench/system/overload.h"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "foundation/storage/patience.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/account.h"
#include "tests/system/wild_head.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using testing::Flood;

constexpr int kAccounts = 8;
// So few that they, not the processors, are what calls wait for.
constexpr int kWorkers = 2;
constexpr int kToLearnTheRate = 64;
constexpr int kTimesAsMuch = 4;
constexpr auto kUntilItStands = 3s;
constexpr auto kRound = 8s;
constexpr int kRounds = 3;
constexpr double kGoal = 1.5;

std::vector<double> Millis(const std::vector<std::chrono::microseconds>& took) {
  std::vector<double> millis;
  for (const auto each : took) millis.push_back(static_cast<double>(each.count()) / 1e3);
  return millis;
}

// Several accounts whose programs heed no refusal.
class Crowd {
 public:
  explicit Crowd(testing::System& system) {
    for (int i = 0; i < kAccounts; ++i) {
      accounts_.push_back(std::make_unique<testing::Account>(system, 0, 5min, testing::Queue::kWithoutQueue));
      heads_.push_back(std::make_unique<testing::WildHead>(*accounts_.back(), 40));
    }
  }

  // What so many calls in flight are answered once the queue stands.
  Flood::Answers Under(int in_flight) {
    Call(in_flight, kUntilItStands);
    return Call(in_flight, kRound);
  }

 private:
  Flood::Answers Call(int in_flight, std::chrono::seconds time) {
    std::vector<std::unique_ptr<Flood>> floods;
    for (const auto& head : heads_) floods.push_back(head->CallsInFlight(in_flight / kAccounts));
    std::this_thread::sleep_for(time);
    Flood::Answers answers;
    for (const auto& flood : floods) answers.Add(flood->End());
    return answers;
  }

  std::vector<std::unique_ptr<testing::Account>> accounts_;
  std::vector<std::unique_ptr<testing::WildHead>> heads_;
};

}  // namespace

void MeasureOverload(Report& report) {
  testing::System system({.database = DatabaseOptions(), .workers = kWorkers});
  Crowd crowd(system);
  const double rate =
      static_cast<double>(crowd.Under(kToLearnTheRate).served.size()) / static_cast<double>(kRound.count());
  const int saturating =
      static_cast<int>(rate * std::chrono::duration<double>(storage::Patience::kInStandingQueue).count());
  Flood::Answers saturated;
  Flood::Answers overloaded;
  for (int round = 0; round < kRounds; ++round) {
    saturated.Add(crowd.Under(saturating));
    overloaded.Add(crowd.Under(kTimesAsMuch * saturating));
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

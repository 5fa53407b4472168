#include "tests/bench/system/neighbour.h"

#include <chrono>
#include <thread>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/account.h"
#include "tests/system/requests.h"
#include "tests/system/wild_head.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int kCallsOfTheFlood = 200;
constexpr int kRounds = 5;
constexpr auto kRound = 6s;
constexpr auto kBetweenCalls = 20ms;
constexpr double kGoal = 1.2;

// Moves and reads one deal, 50 calls a second.
class SteadyWork {
 public:
  explicit SteadyWork(testing::Account& account) : account_(account) {}

  void Do(std::vector<double>& millis) {
    auto next = steady_clock::now();
    for (const auto end = next + kRound; next < end; next += kBetweenCalls) {
      std::this_thread::sleep_until(next);
      const auto began = steady_clock::now();
      CallOnce();
      millis.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - began).count());
    }
  }

 private:
  void CallOnce() {
    if (++calls_ % 2 == 0) {
      crm::v1::GetDealRequest request;
      request.set_deal_id(deal_id_);
      account_.head().Call<crm::v1::Deal>(request, {.repeat = true});
    } else {
      const auto* stage = calls_ % 4 == 1 ? "price_sent" : testing::kAccepted;
      account_.head().Call<crm::v1::Deal>(testing::MoveTo(stage, deal_id_), {.repeat = true});
    }
  }

  testing::Account& account_;
  const int64_t deal_id_ = account_.head().Call<crm::v1::Deal>(testing::OwnDeal()).id();
  int calls_ = 0;
};

}  // namespace

void MeasureNeighbour(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  testing::Account quiet(system, 0, 5min, testing::Queue::kWithoutQueue);
  testing::Account wild(system, 0, 5min, testing::Queue::kWithoutQueue);
  SteadyWork work(quiet);
  testing::WildHead head(wild, 100);
  std::vector<double> calm;
  std::vector<double> beside;
  size_t flooded = 0;
  for (int round = 0; round < kRounds; ++round) {
    work.Do(calm);
    const auto flood = head.CallsInFlight(kCallsOfTheFlood);
    work.Do(beside);
    flooded += flood->End().served.size();
  }
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

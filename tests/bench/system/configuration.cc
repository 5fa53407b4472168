#include "tests/bench/system/configuration.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/account.h"
#include "tests/system/steady_work.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int kDeals = 100'000;
constexpr int kRounds = 5;
constexpr auto kRound = 3s;
constexpr auto kBetweenCalls = 5ms;
constexpr double kGoalMillis = 2'000;
constexpr double kGoalMove = 200;

double MillisOf(const std::function<void()>& act) {
  const auto began = steady_clock::now();
  act();
  return std::chrono::duration<double, std::milli>(steady_clock::now() - began).count();
}

double Longest(const std::vector<double>& millis) { return *std::ranges::max_element(millis); }

// Plans the solution, applies it, and returns to the version before. Returns how long the first two took together.
double PlanAndApply(client::Client& admin) {
  crm::v1::PlanConfigurationRequest planned;
  planned.set_solution("trade_b24");
  crm::v1::ApplyConfigurationRequest applied;
  applied.set_solution("trade_b24");
  crm::v1::ApplyConfigurationRequest returned;
  const double took = MillisOf([&] {
    const auto plan = admin.Call<crm::v1::ConfigurationPlan>(planned);
    returned.set_restored_version(plan.version());
    admin.Call<crm::v1::ConfigurationPlan>(applied);
  });
  admin.Call<crm::v1::ConfigurationPlan>(returned);
  return took;
}

}  // namespace

void MeasureConfiguration(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  testing::Account account(system, 1, 5min, testing::Queue::kWithoutQueue);
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  AddDeals(crm, account.id(), account.head_id(), kDeals);
  testing::SteadyWork work(account, kBetweenCalls);
  std::vector<std::chrono::microseconds> calm;
  work.Do(kRound, calm);
  std::vector<std::chrono::microseconds> beside;
  std::vector<double> took;
  for (int round = 0; round < kRounds; ++round) {
    std::thread worker([&] { work.Do(kRound, beside); });
    std::this_thread::sleep_for(kRound / 3);
    took.push_back(PlanAndApply(account.admin()));
    worker.join();
  }
  const auto slowest = Longest(Millis(beside));
  report.Add({.what = fmt::format("plan and apply of `trade_b24` in an account with {} deals", kDeals),
              .ours = fmt::format("median {:.0f} ms, longest {:.0f} ms", Percentile(took, 0.5), Longest(took)),
              .goal = fmt::format("≤ {:.0f} ms", kGoalMillis),
              .met = Longest(took) <= kGoalMillis});
  report.Add({.what = "a move meanwhile",
              .ours = fmt::format("p99 {:.1f} ms, longest {:.1f} ms", Percentile(Millis(beside), 0.99), slowest),
              .floor = fmt::format("calm: p99 {:.1f} ms", Percentile(Millis(calm), 0.99)),
              .goal = fmt::format("all ≤ {:.0f} ms", kGoalMove),
              .met = slowest <= kGoalMove});
}

}  // namespace voronka::bench

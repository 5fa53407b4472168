#include "tests/bench/system/scheduled_reminders.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/bench/database_options.h"
#include "tests/bench/system/planned_reminders.h"
#include "tests/support/memory.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using Accounts = std::vector<std::unique_ptr<testing::Account>>;
using testing::Moment;

constexpr int kAccounts = 10;
constexpr int kManagers = 10;
constexpr int kLater = 950'000;
constexpr int kSoon = 50'000;
constexpr double kGoalMegabytes = 200;
constexpr double kGoalSeconds = 5;
// Later than that is not on time.
constexpr int64_t kOnTimeMicros = 1'000'000;
constexpr auto kObserved = 30s;

// The moment from which on every reminder of the plan that was told was on time.
Moment OnTimeSince(const testing::System& system, Moment started) {
  storage::Connection db(system.SchemaOf("notifier"));
  const int64_t start = started.time_since_epoch().count();
  const auto late =
      db.Query("SELECT COALESCE(MAX(due_time), ?) FROM inbox WHERE create_time - due_time > ?", start, kOnTimeMicros);
  const auto next = db.Query("SELECT MIN(due_time) FROM inbox WHERE due_time > ?", std::max(start, late[0].Int(0)));
  if (next[0].IsNull(0)) throw std::runtime_error("no reminder was on time");
  return Moment(std::chrono::microseconds(next[0].Int(0)));
}

}  // namespace

void MeasureScheduledReminders(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  Accounts accounts;
  for (int i = 0; i < kAccounts; ++i) accounts.push_back(std::make_unique<testing::Account>(system, kManagers, 1h));
  system.notifier().Terminate();
  PlanReminders(accounts, {kLater, testing::Now() + 24h, 100ms});
  PlanReminders(accounts, {kSoon, testing::Now(), 1'200us});
  const auto started = testing::Now();
  system.notifier().Start();
  system.notifier().WaitServing();
  std::this_thread::sleep_for(kObserved);
  const auto megabytes = static_cast<double>(testing::ResidentBytes(system.notifier().pid())) / 1e6;
  const auto seconds = std::chrono::duration<double>(OnTimeSince(system, started) - started).count();
  report.Add({.what = "the notifier with 1,000,000 scheduled reminders, 50,000 of them due in the next minute",
              .ours = fmt::format("{:.1f} MB, on time {:.1f} s after its start", megabytes, seconds),
              .goal = fmt::format("≤ {} MB, ≤ {} s", kGoalMegabytes, kGoalSeconds),
              .met = megabytes <= kGoalMegabytes && seconds <= kGoalSeconds});
}

}  // namespace voronka::bench

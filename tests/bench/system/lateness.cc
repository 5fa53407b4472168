#include "tests/bench/system/lateness.h"

#include <algorithm>
#include <stdexcept>

#include "event_consumer/change.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/bench/system/subscribers.h"
#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/deadlines.h"
#include "tests/system/event_log.h"
#include "tests/system/requests.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using crm::v1::ResourceChange;
using notifier::v1::Notification;
using testing::Moment;
using Accounts = std::vector<std::unique_ptr<testing::Account>>;

constexpr int kAccounts = 10;
constexpr int kManagers = 10;
constexpr int kStreamsOfAManager = 10;
constexpr int kDueInAnAccount = 100;
constexpr size_t kDue = size_t{kAccounts} * kDueInAnAccount;
constexpr double kGoalP99 = 100;

double Millis(std::chrono::microseconds duration) { return static_cast<double>(duration.count()) / 1e3; }

void AddRow(const std::string& what, const std::vector<double>& millis, Report& report) {
  const double earliest = *std::ranges::min_element(millis);
  const double p99 = Percentile(millis, 0.99);
  report.Add(
      {.what = what,
       .ours = fmt::format("p50 {:.1f} ms, p99 {:.1f} ms, earliest {:.1f} ms", Percentile(millis, 0.5), p99, earliest),
       .goal = fmt::format("p99 ≤ {} ms, none early", kGoalP99),
       .met = p99 <= kGoalP99 && earliest >= 0});
}

// By the database's clock.
std::vector<double> ReclaimLateness(const Accounts& accounts) {
  std::vector<testing::Account*> all;
  for (const auto& account : accounts) all.push_back(account.get());
  const auto log = testing::EventLog::Read(all);
  std::vector<double> millis;
  for (const auto* account : all) {
    for (const auto& event : log.Of(account->id())) {
      events::On<crm::v1::Deal>(event, [&](const auto& change) {
        if (change.kind != ResourceChange::KIND_RECLAIMED || change.before.offer_attempt() != 1) return;
        millis.push_back(
            Millis(testing::MomentOf(change.after.update_time()) - testing::MomentOf(change.before.offer_deadline())));
      });
    }
  }
  return millis;
}

void MeasureReclaims(const Accounts& accounts, Report& report) {
  const Moment first = testing::Now() + 45s;
  testing::InParallel(kAccounts, [&](int number) {
    testing::MakeOffers(*accounts[number], kDueInAnAccount, {first, 1s});
  });
  std::vector<double> millis;
  testing::Eventually(
      [&] { return testing::Now() > first + 3s && (millis = ReclaimLateness(accounts)).size() >= kDue; }, 60s);
  if (millis.size() != kDue) {
    throw std::runtime_error(fmt::format("{} offers were taken back", millis.size()));
  }
  AddRow("lateness of reclaims, 1,000 due in one second, 1,000 subscribers", millis, report);
}

// One reminder each millisecond, each for its own task, for all managers in turn.
void SetReminders(testing::Account& account, int number, Moment first) {
  for (int i = 0; i < kDueInAnAccount; ++i) {
    const auto remind = first + std::chrono::milliseconds(i * kAccounts + number);
    auto request = testing::TaskDue(remind + 1h, 0, {1h});
    request.mutable_task()->set_assignee_user_id(account.manager_id(i % kManagers));
    account.head().Call<crm::v1::Task>(request, {.timeout = 30s, .repeat = true});
  }
}

void MeasureReminders(const Accounts& accounts, const Subscribers& subscribers, Report& report) {
  const Moment first = testing::Now() + 20s;
  testing::InParallel(kAccounts, [&](int number) { SetReminders(*accounts[number], number, first); });
  if (testing::Now() > first) throw std::runtime_error("the reminders could not be set in time");
  constexpr size_t kExpected = kDue * kStreamsOfAManager;
  const auto seen = [&] { return subscribers.Arrived(Notification::KIND_TASK_REMINDER).size() >= kExpected; };
  if (!testing::Eventually(seen, 60s)) throw std::runtime_error("not every reminder was seen");
  std::vector<double> millis;
  for (const auto& arrival : subscribers.Arrived(Notification::KIND_TASK_REMINDER)) {
    millis.push_back(static_cast<double>(arrival.at_micros - arrival.meant_for_micros) / 1e3);
  }
  AddRow("lateness of reminders on 10 streams each, 1,000 due in one second, 1,000 subscribers", millis, report);
}

}  // namespace

void MeasureLateness(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  Accounts accounts;
  for (int i = 0; i < kAccounts; ++i) accounts.push_back(std::make_unique<testing::Account>(system, kManagers, 1h));
  const Subscribers subscribers(accounts, kStreamsOfAManager, NotifiersOf(system));
  MeasureReminders(accounts, subscribers, report);
  MeasureReclaims(accounts, report);
}

}  // namespace voronka::bench

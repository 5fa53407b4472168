#include "tests/bench/system/morning.h"

#include <algorithm>
#include <stdexcept>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/bench/system/planned_reminders.h"
#include "tests/bench/system/subscribers.h"
#include "tests/notifier/push/vendors/vendor_servers.h"
#include "tests/support/eventually.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using Accounts = std::vector<std::unique_ptr<testing::Account>>;

constexpr int kAccounts = 10;
constexpr int kManagers = 10;
constexpr double kGoalOfPushes = 200;
constexpr double kGoalOfTheMorning = 3'000;

void GivePhones(testing::Account& account) {
  for (int manager = 0; manager < account.managers(); ++manager) {
    notifier::v1::RegisterDeviceRequest request;
    request.mutable_device()->set_vendor(notifier::v1::VENDOR_FCM);
    request.mutable_device()->set_name("Phone");
    request.mutable_device()->set_address(fmt::format("status-200-{}-{}", account.id(), manager));
    account.manager(manager).Call<notifier::v1::Device>(request);
  }
}

struct Lateness {
  std::vector<double> told;
  std::vector<double> pushed;
};

Lateness LatenessOf(const testing::System& system, const ReminderPlan& plan) {
  Lateness lateness;
  const auto count = static_cast<size_t>(plan.count);
  const bool all = testing::Eventually(
      [&] {
        if (testing::Now() < plan.first + plan.count * plan.apart) return false;
        lateness = {InboxLateness(system, plan), PushLateness(system, plan)};
        return lateness.told.size() == count && lateness.pushed.size() == count;
      },
      120s);
  if (!all) {
    throw std::runtime_error(fmt::format("{} reminders were told and {} pushed, of {}", lateness.told.size(),
                                         lateness.pushed.size(), plan.count));
  }
  return lateness;
}

std::string Readable(const std::vector<double>& millis) {
  return fmt::format("p50 {:.1f} ms, p99 {:.1f} ms, last {:.1f} ms late, earliest {:.1f} ms", Percentile(millis, 0.5),
                     Percentile(millis, 0.99), std::ranges::max(millis), std::ranges::min(millis));
}

void MeasureASecond(const Accounts& accounts, Report& report) {
  const ReminderPlan plan{1'000, testing::Now() + 10s, 1ms};
  PlanReminders(accounts, plan);
  const auto [told, pushed] = LatenessOf(accounts.front()->system(), plan);
  report.Add({.what = "1,000 reminders due in one second, until they are in the inbox", .ours = Readable(told)});
  report.Add({.what = "the same, until the vendor has answered their pushes",
              .ours = Readable(pushed),
              .goal = fmt::format("p99 ≤ {} ms", kGoalOfPushes),
              .met = Percentile(pushed, 0.99) <= kGoalOfPushes});
}

void MeasureAMorning(const Accounts& accounts, Report& report) {
  const ReminderPlan plan{20'000, testing::Now() + 20s, 500us};
  PlanReminders(accounts, plan);
  const auto [told, pushed] = LatenessOf(accounts.front()->system(), plan);
  report.Add({.what = "20,000 reminders due in ten seconds, until they are in the inbox",
              .ours = Readable(told),
              .goal = fmt::format("all ≤ {} ms, none early", kGoalOfTheMorning),
              .met = std::ranges::max(told) <= kGoalOfTheMorning && std::ranges::min(told) >= 0});
  report.Add({.what = "the same, until the vendor has answered their pushes", .ours = Readable(pushed)});
}

}  // namespace

void MeasureMorning(Report& report) {
  const testing::VendorServers vendors;
  testing::System system({.database = DatabaseOptions(), .push = vendors.Firebase()});
  Accounts accounts;
  for (int i = 0; i < kAccounts; ++i) accounts.push_back(std::make_unique<testing::Account>(system, kManagers, 1h));
  for (const auto& account : accounts) GivePhones(*account);
  const Subscribers subscribers(accounts, 1, NotifiersOf(system));
  MeasureASecond(accounts, report);
  MeasureAMorning(accounts, report);
}

}  // namespace voronka::bench

#include "tests/bench/system/morning.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/bench/system/planned_reminders.h"
#include "tests/bench/system/quick_vendor.h"
#include "tests/bench/system/subscribers.h"
#include "tests/notifier/push/vendors/vendor_servers.h"
#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using Accounts = std::vector<std::unique_ptr<testing::Account>>;

constexpr int kAccounts = 10;
constexpr int kManagers = 10;
constexpr int kStreamsOfAManager = 10;
constexpr double kGoalOfPushes = 200;
constexpr double kGoalOfStreams = 100;
constexpr double kGoalOfTheMorning = 3'000;
// Accounts of a new system have the first numbers.
constexpr int kMostAccounts = 40;

std::string AddressOf(notifier::v1::Vendor vendor, int64_t account, int manager) {
  if (vendor == notifier::v1::VENDOR_FCM) return fmt::format("status-200-{}-{}", account, manager);
  return fmt::format("{:08x}{:08x}", account, manager);
}

std::vector<std::string> ApplePhones() {
  std::vector<std::string> phones;
  for (int account = 1; account <= kMostAccounts; ++account) {
    for (int manager = 0; manager < kManagers; ++manager) {
      phones.push_back(AddressOf(notifier::v1::VENDOR_APNS, account, manager));
    }
  }
  return phones;
}

// Of each manager, a phone.
void GivePhones(testing::Account& account, notifier::v1::Vendor vendor) {
  for (int manager = 0; manager < account.managers(); ++manager) {
    notifier::v1::RegisterDeviceRequest request;
    request.mutable_device()->set_vendor(vendor);
    request.mutable_device()->set_name("Phone");
    request.mutable_device()->set_address(AddressOf(vendor, account.id(), manager));
    account.manager(manager).Call<notifier::v1::Device>(request);
  }
}

struct Lateness {
  std::vector<double> told;
  std::vector<double> pushed;
};

// Looks seldom: reading takes time from what is measured.
Lateness LatenessOf(const testing::System& system, const ReminderPlan& plan) {
  const auto end = plan.first + plan.count * plan.apart;
  const auto count = static_cast<size_t>(plan.count);
  Lateness lateness;
  for (auto look = end + 2s; look < end + 120s; look += 2s) {
    std::this_thread::sleep_until(look);
    lateness = {InboxLateness(system, plan), PushLateness(system, plan)};
    if (lateness.told.size() == count && lateness.pushed.size() == count) return lateness;
  }
  throw std::runtime_error(fmt::format("{} reminders were told and {} pushed, of {}", lateness.told.size(),
                                       lateness.pushed.size(), plan.count));
}

// On every stream of those who are reminded, of which each has so many.
std::vector<double> StreamLateness(const Subscribers& subscribers, const ReminderPlan& plan, int streams) {
  const auto end = plan.first + plan.count * plan.apart;
  std::vector<double> millis;
  for (auto look = end + 2s; look < end + 120s; look += 2s) {
    std::this_thread::sleep_until(look);
    millis.clear();
    for (const auto& arrival : subscribers.Arrived(notifier::v1::Notification::KIND_TASK_REMINDER)) {
      const testing::Moment due{std::chrono::microseconds(arrival.meant_for_micros)};
      if (due < plan.first || due >= end) continue;
      millis.push_back(static_cast<double>(arrival.at_micros - arrival.meant_for_micros) / 1e3);
    }
    if (std::ssize(millis) >= plan.count * streams) return millis;
  }
  throw std::runtime_error(fmt::format("{} of {} reminders came on {} streams", millis.size(), plan.count, streams));
}

std::string Readable(const std::vector<double>& millis) {
  return fmt::format("p50 {:.1f} ms, p99 {:.1f} ms, last {:.1f} ms late, earliest {:.1f} ms", Percentile(millis, 0.5),
                     Percentile(millis, 0.99), std::ranges::max(millis), std::ranges::min(millis));
}

void MeasureASecond(const Accounts& accounts, const std::string& vendor, Report& report) {
  const ReminderPlan plan{1'000, testing::Now() + 10s, 1ms};
  PlanReminders(accounts, plan);
  const auto [told, pushed] = LatenessOf(accounts.front()->system(), plan);
  report.Add({.what = "1,000 reminders due in one second, until they are in the inbox", .ours = Readable(told)});
  report.Add({.what = "due → push: the same, until " + vendor + " has answered their pushes",
              .ours = Readable(pushed),
              .goal = fmt::format("p99 ≤ {} ms", kGoalOfPushes),
              .met = Percentile(pushed, 0.99) <= kGoalOfPushes});
}

// Phones are woken meanwhile.
void MeasureTenStreams(const Accounts& accounts, Report& report) {
  const Subscribers subscribers(accounts, kStreamsOfAManager, NotifiersOf(accounts.front()->system()));
  const ReminderPlan plan{1'000, testing::Now() + 10s, 1ms};
  PlanReminders(accounts, plan);
  const auto millis = StreamLateness(subscribers, plan, kStreamsOfAManager);
  const double p99 = Percentile(millis, 0.99);
  const double earliest = std::ranges::min(millis);
  report.Add({.what = "1,000 reminders due in one second, until they are on 10 streams each",
              .ours = Readable(millis),
              .goal = fmt::format("p99 ≤ {} ms, none early", kGoalOfStreams),
              .met = p99 <= kGoalOfStreams && earliest >= 0});
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

Accounts WithPhones(testing::System& system, notifier::v1::Vendor vendor) {
  Accounts accounts;
  for (int i = 0; i < kAccounts; ++i) accounts.push_back(std::make_unique<testing::Account>(system, kManagers, 1h));
  for (const auto& account : accounts) GivePhones(*account, vendor);
  return accounts;
}

void MeasureFirebase(Report& report) {
  const testing::VendorServers vendors;
  testing::System system({.database = DatabaseOptions(), .push = vendors.Firebase()});
  const auto accounts = WithPhones(system, notifier::v1::VENDOR_FCM);
  const Subscribers subscribers(accounts, 1, NotifiersOf(system));
  MeasureASecond(accounts, "Firebase, a program of Node.js over HTTP/1.1,", report);
  MeasureAMorning(accounts, report);
}

void MeasureApple(Report& report) {
  const QuickVendor vendor(ApplePhones());
  testing::System system({.database = DatabaseOptions(), .push = vendor.Configuration()});
  const auto accounts = WithPhones(system, notifier::v1::VENDOR_APNS);
  {
    const Subscribers subscribers(accounts, 1, NotifiersOf(system));
    MeasureASecond(accounts, "Apple, nghttpd over HTTP/2,", report);
  }
  MeasureTenStreams(accounts, report);
}

}  // namespace

void MeasureMorning(Report& report) {
  MeasureApple(report);
  MeasureFirebase(report);
}

}  // namespace voronka::bench

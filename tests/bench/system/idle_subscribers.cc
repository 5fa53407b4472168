#include "tests/bench/system/idle_subscribers.h"

#include <chrono>
#include <thread>

#include "tests/bench/database_options.h"
#include "tests/bench/floor_process.h"
#include "tests/bench/system/subscribers.h"
#include "tests/support/memory.h"

namespace voronka::bench {
namespace {

constexpr int kManagers = 10;
constexpr int kStreamsOfAManager = 100;
// Opened and closed before the measurement, because the first streams of a process cost extra.
constexpr int kFirstStreamsOfAManager = 10;
constexpr std::chrono::seconds kSettle(2);
constexpr double kTimesBare = 1.5;

using Accounts = std::vector<std::unique_ptr<testing::Account>>;

double KilobytesOfAStream(const testing::Process& server, const Accounts& accounts, int streams_of_a_connection) {
  const auto subscribe = [&](int streams) {
    return std::make_unique<Subscribers>(accounts, streams, Servers{{server.address()}, streams_of_a_connection});
  };
  subscribe(kFirstStreamsOfAManager).reset();
  std::this_thread::sleep_for(kSettle);
  const auto before = testing::ResidentBytes(server.pid());
  const auto subscribers = subscribe(kStreamsOfAManager);
  std::this_thread::sleep_for(kSettle);
  const auto grown = testing::ResidentBytes(server.pid()) - before;
  return static_cast<double>(grown) / 1024 / (kManagers * kStreamsOfAManager);
}

// A fresh process, so that no memory that others have freed is reused.
void StartAnew(testing::Process& server) {
  if (server.pid() > 0) server.Terminate();
  server.Start();
  server.WaitServing();
}

struct Case {
  std::string what;
  int streams_of_a_connection;
};

void Measure(const Case& subject, testing::Process& ours, testing::Process& bare, const Accounts& accounts,
             Report& report) {
  double kilobytes[2];
  for (auto* server : {&ours, &bare}) {
    StartAnew(*server);
    kilobytes[server == &bare ? 1 : 0] = KilobytesOfAStream(*server, accounts, subject.streams_of_a_connection);
  }
  const double times = kilobytes[0] / kilobytes[1];
  report.Add({.what = "an idle subscriber, " + subject.what,
              .ours = fmt::format("{:.1f} KB", kilobytes[0]),
              .floor = fmt::format("bare stream {:.1f} KB", kilobytes[1]),
              .ratio = fmt::format("{:.2f}×", times),
              .goal = fmt::format("≤ {}×", kTimesBare),
              .met = times <= kTimesBare});
}

}  // namespace

void MeasureIdleSubscribers(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  Accounts accounts;
  accounts.push_back(std::make_unique<testing::Account>(system, kManagers));
  const testing::Janitor janitor;
  const auto bare = FloorProcess(Floor(), "bare", janitor);
  Measure({"multiplexed", kManagers * kStreamsOfAManager}, system.notifier(), *bare, accounts, report);
  Measure({"own connection", 1}, system.notifier(), *bare, accounts, report);
}

}  // namespace voronka::bench

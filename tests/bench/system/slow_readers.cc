#include "tests/bench/system/slow_readers.h"

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/eventually.h"
#include "tests/system/audience.h"
#include "tests/system/phones.h"
#include "tests/system/steady_news.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kPairs = 5;
constexpr int kManagers = 20;
constexpr int kStreams = 1'000;
constexpr int kPhones = 20;
constexpr int kReminders = 10;
// More than the 64 KB that gRPC buffers for a slow reader.
constexpr int kNewsAtOnce = 150;
constexpr int kNewsPerSecond = 20;
// While those who do not read are still connected: they are cut off after 10 s.
constexpr auto kMeasured = 9s;
// A push that was not answered is repeated after at most a lease of 30 s.
constexpr auto kRepeatedWithin = 60s;
constexpr double kGoalRatio = 1.5;

// In milliseconds, on the streams that are read.
double P99(testing::Account& account, testing::Phones& phones, bool one_in_ten_stops) {
  testing::SteadyNews news(account);
  const testing::Audience audience(account, kStreams, one_in_ten_stops);
  phones.Remind(kReminders);
  news.TellAtOnce(kNewsAtOnce);
  const auto behind_since = std::chrono::steady_clock::now();
  news.Start(kNewsPerSecond);
  std::this_thread::sleep_for(kMeasured);
  news.Stop();
  if (!testing::Eventually([&] { return audience.HasAll(news); })) throw std::runtime_error("a stream misses news");
  return Percentile(Millis(audience.Delays(news, behind_since)), 0.99);
}

double P99WithoutPushService(testing::Account& account, testing::Phones& phones,
                             const testing::VendorServers& vendors) {
  vendors.GoDown();
  const double p99 = P99(account, phones, true);
  vendors.ComeBack();
  // Else the next round would have its pushes.
  if (!testing::Eventually([&] { return phones.AllRang(); }, kRepeatedWithin)) {
    throw std::runtime_error("not every phone has rung");
  }
  return p99;
}

}  // namespace

void MeasureSlowReaders(Report& report) {
  const testing::VendorServers vendors;
  testing::System system({.database = DatabaseOptions(), .push = vendors.Firebase()});
  testing::Account account(system, kManagers, 5min);
  testing::Phones phones(account, vendors, kPhones);
  P99(account, phones, false);
  std::vector<double> all_read;
  std::vector<double> some_stop;
  std::vector<double> ratios;
  for (int pair = 1; pair <= kPairs; ++pair) {
    all_read.push_back(P99(account, phones, false));
    some_stop.push_back(P99WithoutPushService(account, phones, vendors));
    ratios.push_back(some_stop.back() / all_read.back());
    report.Tell("slow readers, pair {}: p99 {:.1f} ms, {:.1f} ms where all read", pair, some_stop.back(),
                all_read.back());
  }
  const double ratio = Percentile(ratios, 0.5);
  report.Add({.what = "news on 1,000 streams, one in ten does not read, a push service is down (median of five pairs)",
              .ours = fmt::format("p99 {:.1f} ms", Percentile(some_stop, 0.5)),
              .floor = fmt::format("all read: p99 {:.1f} ms", Percentile(all_read, 0.5)),
              .ratio = fmt::format("{:.2f}×", ratio),
              .goal = fmt::format("≤ {}×", kGoalRatio),
              .met = ratio <= kGoalRatio});
}

}  // namespace voronka::bench

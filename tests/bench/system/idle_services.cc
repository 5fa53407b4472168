#include "tests/bench/system/idle_services.h"

#include <chrono>
#include <thread>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/memory.h"
#include "tests/support/system.h"

namespace voronka::bench {
namespace {

using std::chrono::steady_clock;

constexpr int kStarts = 5;
constexpr std::chrono::seconds kSettle(3);

double SecondsToServe(testing::Process& service) {
  service.Terminate();
  const auto begin = steady_clock::now();
  service.Start();
  service.WaitServing();
  return std::chrono::duration<double>(steady_clock::now() - begin).count();
}

void Measure(const std::string& name, testing::Process& service, Report& report) {
  std::vector<double> seconds;
  for (int i = 0; i < kStarts; ++i) seconds.push_back(SecondsToServe(service));
  std::this_thread::sleep_for(kSettle);
  report.Add({.what = "an idle " + name,
              .ours = fmt::format("{:.1f} MB, serves {:.2f} s after its start",
                                  static_cast<double>(testing::ResidentBytes(service.pid())) / 1e6,
                                  Percentile(seconds, 0.5))});
}

}  // namespace

void MeasureIdleServices(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  Measure("crm_service", system.crm(), report);
  Measure("distribution_service", system.distribution(), report);
  Measure("notifier", system.notifier(), report);
}

}  // namespace voronka::bench

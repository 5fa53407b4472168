#include "tests/bench/measure/figures.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "tests/bench/load/cpu_time.h"
#include "tests/bench/measure/percentile.h"

namespace voronka::bench {
namespace {

constexpr int kRounds = 3;

using CpuTimes = std::array<double, 3>;

CpuTimes CpuTimesOf(const Contender& contender) {
  const auto database = contender.database == 0 ? 0 : CpuTime(contender.database).count();
  return {CpuTime(contender.service).count(), database, CpuTime(getpid()).count()};
}

Figures Median(const std::vector<Figures>& rounds) {
  Figures median;
  for (const auto figure : {&Figures::per_second, &Figures::p50, &Figures::p99, &Figures::service_cpu,
                            &Figures::database_cpu, &Figures::client_cpu}) {
    std::vector<double> values;
    for (const auto& round : rounds) values.push_back(round.*figure);
    median.*figure = Percentile(values, 0.5);
  }
  return median;
}

Figures Measure(const Contender& contender, const Load& load, const Pace& pace) {
  CpuTimes before{};
  CpuTimes after{};
  const auto throughput = contender.run(
      contender.address, load, pace, [&] { before = CpuTimesOf(contender); }, [&] { after = CpuTimesOf(contender); });
  const auto calls = static_cast<double>(throughput.took.size());
  const auto cpu_millis = [&](size_t process) { return (after[process] - before[process]) * 1e3 / calls; };
  std::vector<double> millis;
  for (const auto took : throughput.took) millis.push_back(std::chrono::duration<double, std::milli>(took).count());
  return {.per_second = calls / throughput.lasted.count(),
          .p50 = Percentile(millis, 0.5),
          .p99 = Percentile(millis, 0.99),
          .service_cpu = cpu_millis(0),
          .database_cpu = cpu_millis(1),
          .client_cpu = cpu_millis(2)};
}

}  // namespace

std::vector<Figures> MeasureInTurn(const std::vector<Trial>& trials, const Pace& pace) {
  std::vector<std::vector<Figures>> rounds(trials.size());
  for (int round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < trials.size(); ++i) {
      rounds[i].push_back(Measure(trials[i].contender, trials[i].load, pace));
    }
  }
  std::vector<Figures> medians;
  medians.reserve(rounds.size());
  for (const auto& of_one : rounds) medians.push_back(Median(of_one));
  return medians;
}

}  // namespace voronka::bench

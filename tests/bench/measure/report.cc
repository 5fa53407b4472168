#include "tests/bench/measure/report.h"

#include <iostream>

namespace voronka::bench {

std::string Readable(const Figures& figures) {
  return fmt::format("{:.0f}/s, p50 {:.2f} ms, p99 {:.1f} ms", figures.per_second, figures.p50, figures.p99);
}

void Report::Print(const std::string& line) { std::cout << line << std::endl; }

std::vector<Figures> Report::Measure(const std::string& what, const std::vector<Trial>& trials, const Pace& pace) {
  Tell("{}", what);
  auto figures = MeasureInTurn(trials, pace);
  for (size_t i = 0; i < trials.size(); ++i) {
    Tell("    {:8} {:50} CPU a call: service {:.3f} ms, database {:.3f} ms, client {:.3f} ms",
         trials[i].contender.name + ":", Readable(figures[i]), figures[i].service_cpu, figures[i].database_cpu,
         figures[i].client_cpu);
  }
  return figures;
}

void Report::Compare(const std::string& what, const Figures& ours, const Figures& floor, const Goal& goal) {
  const double share = ours.per_second / floor.per_second;
  const double times_p99 = ours.p99 / floor.p99;
  Add({.what = what,
       .ours = Readable(ours),
       .floor = Readable(floor),
       .ratio = fmt::format("{:.2f}, p99 {:.2f}×", share, times_p99),
       .goal =
           fmt::format("≥ {}", goal.share) + (goal.times_p99 == 0 ? "" : fmt::format(", p99 ≤ {}×", goal.times_p99)),
       .met = share >= goal.share && (goal.times_p99 == 0 || times_p99 <= goal.times_p99)});
}

void Report::PrintTable() const {
  fmt::print("\n| what | ours | floor | ratio | goal | met |\n|---|---|---|---|---|---|\n");
  for (const auto& row : rows_) {
    const std::string met = row.goal.empty() ? "" : row.met ? "yes" : "**no**";
    fmt::print("| {} | {} | {} | {} | {} | {} |\n", row.what, row.ours, row.floor, row.ratio, row.goal, met);
  }
}

}  // namespace voronka::bench

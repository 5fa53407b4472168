#include "tests/bench/measure/report.h"

namespace voronka::bench {
namespace {

std::string Readable(const Figures& figures) {
  return fmt::format("{:.0f}/s, p50 {:.2f} ms, p99 {:.1f} ms", figures.per_second, figures.p50, figures.p99);
}

}  // namespace

void Report::Show(const std::string& what, const std::string& who, const Figures& figures) {
  Tell(
      "{}, {:8} {:7.0f}/s  p50 {:6.2f} ms  p99 {:6.2f} ms  CPU ms a call: service {:.3f}, database {:.3f}, client "
      "{:.3f}",
      what, who + ":", figures.per_second, figures.p50, figures.p99, figures.service_cpu, figures.database_cpu,
      figures.client_cpu);
}

void Report::Compare(const std::string& what, const Figures& ours, const Figures& floor, double share,
                     double times_p99) {
  const double reached = ours.per_second / floor.per_second;
  const double slower = ours.p99 / floor.p99;
  Add({.what = what,
       .ours = Readable(ours),
       .floor = Readable(floor),
       .ratio = fmt::format("{:.2f}, p99 {:.2f}×", reached, slower),
       .goal = fmt::format("≥ {}", share) + (times_p99 == 0 ? "" : fmt::format(", p99 ≤ {}×", times_p99)),
       .met = reached >= share && (times_p99 == 0 || slower <= times_p99)});
}

void Report::PrintTable() const {
  fmt::print("\n| what | ours | floor | ratio | goal | met |\n|---|---|---|---|---|---|\n");
  for (const auto& row : rows_) {
    const std::string met = row.goal.empty() ? "" : row.met ? "yes" : "**no**";
    fmt::print("| {} | {} | {} | {} | {} | {} |\n", row.what, row.ours, row.floor, row.ratio, row.goal, met);
  }
}

}  // namespace voronka::bench

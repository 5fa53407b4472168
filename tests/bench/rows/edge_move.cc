#include "tests/bench/rows/edge_move.h"

#include "tests/bench/rows/moves.h"

namespace voronka::bench {
namespace {

constexpr Goal kGoal{.share = 0.7};
constexpr double kMillisMore = 1;

}  // namespace

void EdgeMove::Measure(const Contest& contest, Report& report) {
  Moves moves(contest.workbench, kThousandAccounts);
  const Contender edge = contest.workbench.Edge();
  const auto measure = [&](const std::string& what, int in_flight) {
    const Load load = moves.Of(method(), in_flight);
    return report.Measure(what, {{edge, load}, {contest.ours, load}}, {.in_flight = in_flight});
  };
  const std::string many = "`MoveDeal` through the edge, 64 in flight; floor: by gRPC directly";
  const auto of_many = measure(many, 64);
  report.Compare(many, of_many[0], of_many[1], kGoal);

  const std::string one = "the same, one at a time";
  const auto of_one = measure(one, 1);
  const double more = of_one[0].p50 - of_one[1].p50;
  report.Add({.what = one,
              .ours = Readable(of_one[0]),
              .floor = Readable(of_one[1]),
              .ratio = fmt::format("p50 {:+.2f} ms", more),
              .goal = fmt::format("≤ {:+} ms", kMillisMore),
              .met = more <= kMillisMore});
}

}  // namespace voronka::bench

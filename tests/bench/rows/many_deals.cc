#include "tests/bench/rows/many_deals.h"

#include <fmt/format.h>

#include "tests/bench/data/data_set.h"

namespace voronka::bench {

void MeasureInManyDeals(const Contest& contest, Report& report, const std::string& what, const std::string& method,
                        const google::protobuf::Message& request, double most) {
  const auto in_account = [&](const DealPool& pool) {
    Call call{contest.workbench.Manager(pool.first_account), request.SerializeAsString()};
    return Trial{contest.ours, {.method = method, .next = [call](int) { return call; }}};
  };
  const auto figures = report.Measure(what, {in_account(kOneAccount), in_account(kSmallAccount)}, {.in_flight = 1});
  const double times = figures[0].p50 / figures[1].p50;
  report.Add({.what = what,
              .ours = fmt::format("p50 {:.2f} ms", figures[0].p50),
              .floor = fmt::format("p50 {:.2f} ms", figures[1].p50),
              .ratio = fmt::format("{:.2f}×", times),
              .goal = fmt::format("≤ {}× the time", most),
              .met = times <= most});
}

}  // namespace voronka::bench

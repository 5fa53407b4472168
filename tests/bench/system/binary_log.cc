#include "tests/bench/system/binary_log.h"

#include <string>
#include <vector>

#include "tests/bench/database_options.h"
#include "tests/bench/rows/least_move.h"
#include "tests/bench/rows/moves.h"
#include "tests/bench/workbench.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 8};
constexpr char kMethod[] = "/voronka.crm.v1.DealService/MoveDeal";

std::vector<std::string> WithBinaryLog() {
  auto options = DatabaseOptions();
  // As in docs/installation.md.
  options.insert(options.end(), {"--log-bin=binlog", "--binlog-format=ROW", "--sync-binlog=1"});
  return options;
}

// A server of its own with the same data. The two are measured in turn; the one whose turn it is not is idle.
struct Side {
  explicit Side(const std::vector<std::string>& options) : workbench(options), moves(workbench, kThousandAccounts) {
    workbench.StopRecording();
  }

  Workbench workbench;
  Moves moves;
  Contender service = workbench.Ours();
  Contender least = workbench.StartFloor("floor A", {LeastMove(kMethod, workbench.db())});
};

// A move is one commit.
Report::Row Compared(const std::string& what, const Figures& with, const Figures& without) {
  return {.what = what,
          .ours = Readable(with),
          .floor = Readable(without),
          .ratio = fmt::format("{:.2f}, p99 {:.2f}×; CPU of the database a commit {:.3f} against {:.3f} ms",
                               with.per_second / without.per_second, with.p99 / without.p99, with.database_cpu,
                               without.database_cpu)};
}

Contender Named(Contender contender, const std::string& name) {
  contender.name = name;
  return contender;
}

}  // namespace

void MeasureBinaryLog(Report& report) {
  Side with(WithBinaryLog());
  Side without(DatabaseOptions());
  for (const int in_flight : kInFlight) {
    const Load logged = with.moves.Of(kMethod, in_flight);
    const Load plain = without.moves.Of(kMethod, in_flight);
    const auto what = fmt::format("`MoveDeal` with the binary log, {} in flight; floor: without it", in_flight);
    const auto figures = report.Measure(what,
                                        {{Named(with.service, "logged"), logged},
                                         {Named(without.service, "plain"), plain},
                                         {Named(with.least, "A logged"), logged},
                                         {Named(without.least, "A plain"), plain}},
                                        {.in_flight = in_flight});
    report.Add(Compared(what, figures[0], figures[1]));
    report.Add(Compared("the same of the least move (floor A)", figures[2], figures[3]));
  }
}

}  // namespace voronka::bench

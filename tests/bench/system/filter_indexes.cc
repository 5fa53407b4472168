#include "tests/bench/system/filter_indexes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <string>
#include <vector>

#include "tests/bench/database_options.h"
#include "tests/bench/rows/moves.h"
#include "tests/bench/workbench.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 8};
// As of a move against its floor.
constexpr Goal kGoal{.share = 0.8, .times_p99 = 1.5};
constexpr char kMethod[] = "/voronka.crm.v1.DealService/MoveDeal";
constexpr const char* kIndexes[] = {"deals_by_responsible",
                                    "deals_by_create_time",
                                    "deals_by_update_time",
                                    "deals_by_stage_enter_time",
                                    "deals_by_close_time",
                                    "deals_by_amount",
                                    "deals_by_responsible_and_contact",
                                    "deals_by_responsible_and_company"};

// A server of its own with the same data. The two are measured in turn; the one whose turn it is not is idle.
struct Indexed {
  Indexed() : workbench(DatabaseOptions()), moves(workbench, kThousandAccounts) { workbench.StopRecording(); }

  Workbench workbench;
  Moves moves;
};

void DropIndexes(storage::Connection& crm) {
  std::vector<std::string> changes;
  for (const char* index : kIndexes) changes.push_back(fmt::format("DROP KEY {}", index));
  crm.ExecuteUnprepared(fmt::format("ALTER TABLE deals {}", fmt::join(changes, ", ")));
}

Contender Called(const char* name, Contender contender) {
  contender.name = name;
  return contender;
}

}  // namespace

void MeasureFilterIndexes(Report& report) {
  Indexed with;
  Indexed without;
  DropIndexes(without.workbench.db());
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("`MoveDeal` with {} indexes for filters and lists, {} in flight; floor: with none",
                                  std::size(kIndexes), in_flight);
    const auto figures =
        report.Measure(what,
                       {{Called("with", with.workbench.Ours()), with.moves.Of(kMethod, in_flight)},
                        {Called("without", without.workbench.Ours()), without.moves.Of(kMethod, in_flight)}},
                       {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
  }
}

}  // namespace voronka::bench

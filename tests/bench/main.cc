#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/rows/board_stage.h"
#include "tests/bench/rows/get_deal.h"
#include "tests/bench/rows/move_deal.h"
#include "tests/bench/rows/submit_inquiry.h"

namespace voronka::bench {
namespace {

constexpr const char* kHelp = R"(Measures the services against the floor below which nothing can go, and prints a table.
usage: voronka_bench [ROW...]       all rows where none is named
  move-deal         MoveDeal in 1,000,000 deals, of 1,000 accounts and of one
  submit-inquiry    SubmitInquiry of new clients
  get-deal          GetDeal
  board             one stage of the board, 50 cards
)";

using Names = std::vector<std::string>;

class Selection {
 public:
  explicit Selection(Names names) : names_(std::move(names)) {}

  bool Has(const std::string& row) const { return names_.empty() || std::ranges::find(names_, row) != names_.end(); }

 private:
  const Names names_;
};

void MeasureChosenMethods(const Selection& selection, Report& report) {
  std::vector<std::unique_ptr<MethodRow>> rows;
  if (selection.Has("move-deal")) rows.push_back(std::make_unique<MoveDeal>());
  if (selection.Has("submit-inquiry")) rows.push_back(std::make_unique<SubmitInquiry>());
  if (selection.Has("get-deal")) rows.push_back(std::make_unique<GetDeal>());
  if (selection.Has("board")) rows.push_back(std::make_unique<BoardStage>());
  if (!rows.empty()) MeasureMethods(rows, report);
}

void Measure(const Names& rows) {
  Report report;
  const Selection selection(rows);
  MeasureChosenMethods(selection, report);
  report.PrintTable();
}

}  // namespace
}  // namespace voronka::bench

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && arguments.front() == "--help") {
    std::fputs(voronka::bench::kHelp, stdout);
    return 0;
  }
  voronka::bench::Measure(arguments);
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}

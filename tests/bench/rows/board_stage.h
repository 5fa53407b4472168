#pragma once

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

// ListDeals as a board calls it: the newest 50 cards of a stage. Compared with the floor, and in an account with many
// deals compared with one with few.
class BoardStage final : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;
};

}  // namespace voronka::bench

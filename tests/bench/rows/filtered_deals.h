#pragma once

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

// FilterDeals as a list calls it: 50 open deals, the newest first, which no index narrows. In an account with many
// deals against one with few.
class FilteredDeals final : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;
};

}  // namespace voronka::bench

#pragma once

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

class GetDeal final : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;
};

}  // namespace voronka::bench

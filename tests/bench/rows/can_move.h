#pragma once

#include <cstdint>

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

// CanMove of every stage of a pipeline with rules, as a board asks it when a card is dragged, compared with the floor.
class CanMove final : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;

 private:
  int64_t sampled_ = 0;
};

}  // namespace voronka::bench

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/measure/report.h"
#include "tests/bench/rows/movable_deals.h"
#include "tests/bench/workbench.h"

namespace voronka::bench {

// MoveDeal in a thousand accounts and in one, against both floors.
class MoveDeal {
 public:
  // Records what the service does, and starts the floors.
  explicit MoveDeal(Workbench& workbench);

  void Measure(Report& report);

 private:
  // Of a deal that the load leaves alone.
  SampleCall Sample(int stage);
  void CheckFloor(const Contender& floor, const Script& script);
  void MeasureIn(const DealPool& pool, const std::string& where, Report& report);

  Workbench& workbench_;
  MovableDeals samples_;
  // By the stage that it leads from.
  int64_t sampled_[2] = {0, 0};
  std::vector<Contender> contenders_;
};

}  // namespace voronka::bench
